package dev.sluice.api.target;

import java.util.List;
import java.util.Optional;

/**
 * Says one thing that is wrong with a target's options. Sluice prints it behind the line and the
 * whole path of its key. It prints no value that is secret or came from a placeholder.
 *
 * @param key the option's key, or empty for the target as a whole; if two options do not go
 *     together, the key of one that is given
 * @param value the value, or the part of it, that is not right; empty if the message is about
 *     something else, and masked for a secret
 * @param message what is wrong and what is expected, without the key and the value
 * @param words all values that are taken, if they can be listed, so that the nearest is suggested
 */
public record OptionProblem(
    String key, Optional<String> value, String message, List<String> words) {
  private static final String MASK = "****";

  public OptionProblem {
    words = List.copyOf(words);
  }

  /** Says that an option must be given and is not. */
  public static OptionProblem missing(TargetOption option) {
    return with(option, "is missing; expected " + option.expected());
  }

  /**
   * Says that a value, or a part of it, is not what it must be.
   *
   * @param expected completes "expected …"
   * @param words all values that are taken; empty if they cannot be listed
   */
  public static OptionProblem notRight(
      TargetOption option, String value, String expected, List<String> words) {
    return new OptionProblem(
        option.key(),
        Optional.of(option.secret() ? MASK : value),
        "is not right; expected " + expected,
        words);
  }

  /** Says something else about an option that is given. */
  public static OptionProblem with(TargetOption option, String message) {
    return new OptionProblem(option.key(), Optional.empty(), message, List.of());
  }

  /** Says something about the target as a whole. */
  public static OptionProblem ofTarget(String message) {
    return new OptionProblem("", Optional.empty(), message, List.of());
  }

  @Override
  public String toString() {
    String shown = value.map(text -> "\"" + text + "\" ").orElse("");
    return (key.isEmpty() ? "" : key + ": ") + shown + message;
  }
}
