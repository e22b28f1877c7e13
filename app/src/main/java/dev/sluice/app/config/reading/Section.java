package dev.sluice.app.config.reading;

import dev.sluice.app.config.ConfigProblem;
import dev.sluice.app.config.Nearest;
import dev.sluice.app.config.reading.Placeholders.UnfilledException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of the file, read key by key. What is wrong is noted and reading goes on, so that all
 * mistakes are found in one go.
 */
final class Section {
  private final String path;
  private final int line;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Placeholders placeholders;
  private final List<ConfigProblem> problems;
  private final boolean broken;
  private final Map<String, String> newNames = new HashMap<>();

  private record Entry(int line, Node value) {}

  Section(
      String path,
      int line,
      List<NodeTuple> tuples,
      Placeholders placeholders,
      List<ConfigProblem> problems) {
    this(path, line, tuples, placeholders, problems, false);
  }

  private Section(
      String path,
      int line,
      List<NodeTuple> tuples,
      Placeholders placeholders,
      List<ConfigProblem> problems,
      boolean broken) {
    this.path = path;
    this.line = line;
    this.placeholders = placeholders;
    this.problems = problems;
    this.broken = broken;
    tuples.forEach(this::take);
  }

  private void take(NodeTuple tuple) {
    Node key = tuple.getKeyNode();
    if (!(key instanceof ScalarNode name)) {
      problem(lineOf(key), path, "expected a name before the colon");
    } else if (entries.putIfAbsent(name.getValue(), new Entry(lineOf(key), tuple.getValueNode()))
        != null) {
      problem(lineOf(key), name(name.getValue()), "this key is there twice; keep one");
    }
  }

  /** The names of all keys, known or not. */
  Set<String> keys() {
    return entries.keySet();
  }

  /** Its place in the file, such as {@code gateway.tls}. */
  String path() {
    return path;
  }

  int line() {
    return line;
  }

  int lineOf(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::line).orElse(line);
  }

  /** Tells whether something else than keys stands here; that is noted, and no key is missing. */
  boolean isBroken() {
    return broken;
  }

  /** A part that may be missing, which is the same as empty. */
  Section part(String key) {
    known.add(key);
    Entry entry = entries.get(key);
    if (entry == null || isEmpty(entry.value())) {
      return inside(name(key), lineOf(key), List.of(), broken);
    }
    if (entry.value() instanceof MappingNode mapping) {
      return inside(name(key), entry.line(), mapping.getValue(), false);
    }
    problem(entry.line(), name(key), "expected keys and values below it, further to the right");
    return inside(name(key), entry.line(), List.of(), true);
  }

  private Section inside(String name, int at, List<NodeTuple> tuples, boolean isBroken) {
    return new Section(name, at, tuples, placeholders, problems, isBroken);
  }

  /** Notes a key that still has its old name; the new one is not missing then. */
  void renamed(String old, String now) {
    if (entries.containsKey(old)) {
      newNames.put(old, now);
      problem(lineOf(old), name(old), "is now " + now + ":");
    }
  }

  /** Passes over a key that cannot be judged. */
  void ignore(String key) {
    known.add(key);
  }

  /** A value that must be there. */
  <T> Optional<T> need(String key, Rule<T> rule) {
    if (absent(key)) {
      known.add(key);
      if (!broken && !newNames.containsValue(key)) {
        problem(lineOf(key), name(key), "is missing; expected " + rule.expected());
      }
      return Optional.empty();
    }
    return read(key, rule);
  }

  /** A value that may be missing; empty then, and when it is wrong. */
  <T> Optional<T> read(String key, Rule<T> rule) {
    known.add(key);
    Entry entry = entries.get(key);
    if (entry == null || isEmpty(entry.value())) {
      return Optional.empty();
    }
    if (!(entry.value() instanceof ScalarNode scalar)) {
      problem(entry.line(), name(key), "expected one value: " + rule.expected());
      return Optional.empty();
    }
    return parse(entry.line(), name(key), scalar.getValue(), rule);
  }

  /** One value or a list of them; empty when it is missing. Those that are wrong are left out. */
  <T> List<T> readSome(String key, Rule<T> rule) {
    return readItems(key, rule).stream().map(Item::value).toList();
  }

  /** Reads as {@link #readSome} does, and says on which line each value stands. */
  <T> List<Item<T>> readItems(String key, Rule<T> rule) {
    if (!isList(key)) {
      return read(key, rule)
          .map(value -> List.of(new Item<>(lineOf(key), value, isPrintable(key))))
          .orElse(List.of());
    }
    List<Item<T>> values = new ArrayList<>();
    for (Node each : items(key, rule.expected())) {
      if (each instanceof ScalarNode scalar) {
        boolean printable = !Placeholders.isIn(scalar.getValue());
        parse(lineOf(each), name(key), scalar.getValue(), rule)
            .ifPresent(value -> values.add(new Item<>(lineOf(each), value, printable)));
      } else {
        problem(lineOf(each), name(key), "expected one value: " + rule.expected());
      }
    }
    return values;
  }

  /** A list of parts, none when it is missing. */
  List<Section> parts(String key) {
    List<Section> parts = new ArrayList<>();
    for (Node each : items(key, "keys and values behind a dash")) {
      String name = name(key) + "[" + (parts.size() + 1) + "]";
      if (each instanceof MappingNode mapping) {
        parts.add(inside(name, lineOf(each), mapping.getValue(), false));
      } else {
        problem(lineOf(each), name, "expected keys and values");
        parts.add(inside(name, lineOf(each), List.of(), true));
      }
    }
    return parts;
  }

  boolean isList(String key) {
    Entry entry = entries.get(key);
    return entry != null && entry.value() instanceof SequenceNode;
  }

  private List<Node> items(String key, String expected) {
    known.add(key);
    Entry entry = entries.get(key);
    if (entry == null) {
      return List.of();
    }
    List<Node> items = entry.value() instanceof SequenceNode list ? list.getValue() : List.of();
    if (items.isEmpty()) {
      problem(entry.line(), name(key), "expected a list of at least one: " + expected);
    }
    return items;
  }

  private <T> Optional<T> parse(int at, String name, String raw, Rule<T> rule) {
    String text;
    try {
      text = placeholders.fill(raw);
    } catch (UnfilledException unfilled) {
      unfilled.reasons().forEach(reason -> problem(at, name, reason));
      return Optional.empty();
    }
    Optional<T> value = rule.parse().apply(text);
    if (value.isEmpty()) {
      problem(
          at,
          name,
          ShownValue.of(text, !rule.masked() && !Placeholders.isIn(raw))
              + " is not right; expected "
              + rule.expected()
              + (rule.masked() ? "" : Nearest.question(text, rule.words())));
    }
    return value;
  }

  /** Tells whether a value has no part from the environment or another file. */
  boolean isPrintable(String key) {
    return !Placeholders.isIn(written(key));
  }

  /** Returns a single value as it is written; empty if there is none. */
  String written(String key) {
    Entry entry = entries.get(key);
    return entry != null && entry.value() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Every key with its value as text. */
  Map<String, String> all(String expected) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : entries.keySet()) {
      need(key, Rule.text(expected)).ifPresent(value -> values.put(key, value));
    }
    return values;
  }

  /** To be called last: complains about keys that nobody asked for. */
  void complainAboutUnknown() {
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      String key = entry.getKey();
      if (!known.contains(key) && !newNames.containsKey(key)) {
        String near = Nearest.question(key, known);
        problem(
            entry.getValue().line(),
            name(key),
            "is not a known key" + (near.isEmpty() ? "; expected " + listed() : near));
      }
    }
  }

  /** Notes a mistake; the same one is not noted twice. */
  void problem(int at, String name, String message) {
    ConfigProblem problem = new ConfigProblem(at, name, message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** Counts the mistakes noted so far, in the whole file. */
  int noted() {
    return problems.size();
  }

  String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String listed() {
    return known.isEmpty() ? "nothing here" : String.join(", ", known);
  }

  /** Whether a key is not there, or has nothing behind its colon. */
  boolean absent(String key) {
    Entry entry = entries.get(key);
    return entry == null || isEmpty(entry.value());
  }

  private static boolean isEmpty(Node value) {
    return value instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  static int lineOf(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
