package dev.sluice.api.target.provision;

/**
 * One line of the changes to an object.
 *
 * @param text without the sign, such as {@code minimum length: 8 → 11}; it never holds a secret
 */
public record DiffLine(Sign sign, String text) {

  /** The kind of change that a line reports. */
  public enum Sign {
    /** It is created. */
    ADDED("+"),
    /** It exists, and changes. */
    CHANGED("~"),
    /** The target has no match, or a person has to see to it. */
    LOST("!");

    private final String mark;

    Sign(String mark) {
      this.mark = mark;
    }

    /** Returns the sign as it is printed. */
    public String mark() {
      return mark;
    }
  }

  public static DiffLine added(String text) {
    return new DiffLine(Sign.ADDED, text);
  }

  public static DiffLine changed(String what, String from, String to) {
    return new DiffLine(Sign.CHANGED, what + ": " + from + " → " + to);
  }

  public static DiffLine lost(String text) {
    return new DiffLine(Sign.LOST, text);
  }
}
