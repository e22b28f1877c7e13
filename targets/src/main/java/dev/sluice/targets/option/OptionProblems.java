package dev.sluice.targets.option;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.TargetOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects all that is wrong with a target's values, in one wording. For one thread. */
public final class OptionProblems {
  private final OptionValues values;
  private final List<OptionProblem> found = new ArrayList<>();

  public OptionProblems(OptionValues values) {
    this.values = values;
  }

  /** Requires an address of HTTP. */
  public OptionProblems address(TargetOption option) {
    return needed(option)
        .value(
            option,
            text -> values.address(option).isPresent(),
            "an http:// or https:// address with a host and without a query",
            List.of());
  }

  /** Accepts one of these words, or nothing. */
  public OptionProblems oneOf(TargetOption option, List<String> words) {
    return value(option, words::contains, "one of " + String.join(", ", words), words);
  }

  /** Accepts a number in these bounds, both included, or nothing. */
  public OptionProblems number(TargetOption option, int from, int to) {
    return value(
        option,
        text -> text.matches("[0-9]{1,9}") && isIn(Integer.parseInt(text), from, to),
        "a whole number from " + from + " to " + to,
        List.of());
  }

  /**
   * Accepts a text of this form, or nothing.
   *
   * @param expected completes "expected …", such as "a name without a slash"
   */
  public OptionProblems form(TargetOption option, Pattern form, String expected) {
    return value(option, form.asMatchPredicate(), expected, List.of());
  }

  /**
   * Requires that all parts of an option's value are right.
   *
   * @param expected completes "expected …" for one of them
   */
  public OptionProblems each(
      TargetOption option, List<String> parts, Predicate<String> right, String expected) {
    parts.stream()
        .filter(right.negate())
        .forEach(part -> add(OptionProblem.notRight(option, part, expected, List.of())));
    return this;
  }

  /** Requires all of these. */
  public OptionProblems needed(TargetOption... options) {
    Stream.of(options)
        .filter(option -> values.text(option).isEmpty())
        .forEach(option -> add(OptionProblem.missing(option)));
    return this;
  }

  /** Requires the other if this one is given. */
  public OptionProblems needs(TargetOption one, TargetOption other) {
    if (values.has(one) && !values.has(other)) {
      add(OptionProblem.with(one, "needs " + other.key() + "; expected " + other.expected()));
    }
    return this;
  }

  /** Requires both of these, or neither. */
  public OptionProblems together(TargetOption one, TargetOption other) {
    if (values.has(one) != values.has(other)) {
      TargetOption given = values.has(one) ? one : other;
      TargetOption absent = values.has(one) ? other : one;
      add(OptionProblem.with(given, "needs " + absent.key() + "; expected both or neither"));
    }
    return this;
  }

  /** Adds what no other method says. */
  public OptionProblems add(OptionProblem problem) {
    found.add(problem);
    return this;
  }

  public List<OptionProblem> found() {
    return List.copyOf(found);
  }

  /**
   * Goes on where nothing was found.
   *
   * @throws IllegalArgumentException with all that was found
   */
  public void requireNone() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(
          found.stream().map(OptionProblem::toString).collect(Collectors.joining("\n")));
    }
  }

  private OptionProblems value(
      TargetOption option, Predicate<String> right, String expected, List<String> words) {
    values
        .text(option)
        .filter(right.negate())
        .ifPresent(text -> add(OptionProblem.notRight(option, text, expected, words)));
    return this;
  }

  private static boolean isIn(int number, int from, int to) {
    return from <= number && number <= to;
  }
}
