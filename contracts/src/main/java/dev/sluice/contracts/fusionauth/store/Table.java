package dev.sluice.contracts.fusionauth.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Objects of one kind by their ids, in the order in which they were created. */
public final class Table {
  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();

  public synchronized Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(objects.get(id.toLowerCase(Locale.ROOT))).map(ObjectNode::deepCopy);
  }

  public synchronized boolean has(String id) {
    return objects.containsKey(id.toLowerCase(Locale.ROOT));
  }

  public synchronized void put(ObjectNode object) {
    objects.put(object.path("id").asString("").toLowerCase(Locale.ROOT), object.deepCopy());
  }

  public synchronized boolean remove(String id) {
    return objects.remove(id.toLowerCase(Locale.ROOT)) != null;
  }

  public synchronized List<ObjectNode> all() {
    return objects.values().stream().map(ObjectNode::deepCopy).toList();
  }

  /**
   * Returns whether the name matches the pattern, whatever its case; {@code *} stands for any text.
   */
  public static boolean matches(String pattern, String name) {
    String wanted =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(wanted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
        .matcher(name)
        .matches();
  }
}
