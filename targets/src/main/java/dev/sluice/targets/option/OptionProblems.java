package dev.sluice.targets.option;

import dev.sluice.api.target.TargetOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Collects all that is wrong with a target's values, each with its key, the value and the rule; of
 * a secret the value is not told. For one thread.
 */
public final class OptionProblems {
  private final OptionValues values;
  private final List<String> found = new ArrayList<>();

  public OptionProblems(OptionValues values) {
    this.values = values;
  }

  /** An address of HTTP. */
  public OptionProblems address(TargetOption option) {
    if (values.address(option).isEmpty()) {
      value(
          option,
          "is no address: it begins with http:// or https:// and a host, and has no query.");
    }
    return this;
  }

  /** One of these words, or nothing. */
  public OptionProblems oneOf(TargetOption option, List<String> words) {
    if (values.text(option).filter(text -> !words.contains(text)).isPresent()) {
      value(option, "is none of " + String.join(", ", words) + ".");
    }
    return this;
  }

  /** A number in these bounds, both included, or nothing. */
  public OptionProblems number(TargetOption option, int from, int to) {
    boolean fits =
        values
            .text(option)
            .filter(text -> !(text.matches("[0-9]{1,9}") && isIn(Integer.parseInt(text), from, to)))
            .isEmpty();
    if (!fits) {
      value(option, "is no number from " + from + " to " + to + ".");
    }
    return this;
  }

  /**
   * A text of this form, or nothing.
   *
   * @param rule what is said of another, such as "is no realm's name: it has no slash."
   */
  public OptionProblems form(TargetOption option, Pattern form, String rule) {
    if (values.text(option).filter(text -> !form.matcher(text).matches()).isPresent()) {
      value(option, rule);
    }
    return this;
  }

  /** All of these must be given. */
  public OptionProblems needed(TargetOption... options) {
    Stream.of(options)
        .filter(option -> values.text(option).isEmpty())
        .forEach(option -> add(option.key() + ": is missing or empty."));
    return this;
  }

  /** Both of these, or neither. */
  public OptionProblems together(TargetOption one, TargetOption other) {
    if (values.has(one) != values.has(other)) {
      add(one.key() + ", " + other.key() + ": give both or neither.");
    }
    return this;
  }

  /** What no other method says. */
  public OptionProblems add(String problem) {
    found.add(problem);
    return this;
  }

  public OptionProblems addAll(List<String> problems) {
    found.addAll(problems);
    return this;
  }

  public List<String> found() {
    return List.copyOf(found);
  }

  /**
   * Goes on where nothing was found.
   *
   * @throws IllegalArgumentException with all that was found
   */
  public void requireNone() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", found));
    }
  }

  private void value(TargetOption option, String rule) {
    String shown = option.secret() ? "its value " : "\"" + values.text(option).orElse("") + "\" ";
    add(option.key() + ": " + shown + rule);
  }

  private static boolean isIn(int number, int from, int to) {
    return from <= number && number <= to;
  }
}
