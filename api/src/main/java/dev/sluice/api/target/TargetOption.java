package dev.sluice.api.target;

import org.jspecify.annotations.Nullable;

/**
 * One setting of a target, declared once: the key in {@code sluice.yaml}, its check, its masking
 * and its line in the documentation come from here.
 *
 * @param key in kebab case, such as {@code client-secret}
 * @param meaning one sentence for the documentation
 * @param secret whether its value is masked wherever it is printed
 * @param fallback the value where none is given; null where there is none
 * @param example a value for the documentation
 */
public record TargetOption(
    String key,
    String meaning,
    boolean required,
    boolean secret,
    @Nullable String fallback,
    String example) {

  /** One that must be given. */
  public static TargetOption required(String key, String meaning, String example) {
    return new TargetOption(key, meaning, true, false, null, example);
  }

  /** One that may be left out. */
  public static TargetOption optional(String key, String meaning, String example) {
    return new TargetOption(key, meaning, false, false, null, example);
  }

  /** The same, and its value is a secret. */
  public TargetOption masked() {
    return new TargetOption(key, meaning, required, true, fallback, example);
  }

  /** Says what a value of it is, to complete "expected …". */
  public String expected() {
    return "a value such as " + example + ". " + meaning;
  }

  /** The same, with the value that stands where none is given. */
  public TargetOption orElse(String value) {
    return new TargetOption(key, meaning, required, secret, value, example);
  }
}
