package dev.sluice.api.target.provision;

/**
 * One line of what becomes of an object.
 *
 * @param text without the sign, such as {@code minimum length: 8 → 11}; no secret is ever in it
 */
public record DiffLine(Sign sign, String text) {

  /** What a line says. */
  public enum Sign {
    /** It is made. */
    ADDED("+"),
    /** It is there, and changes. */
    CHANGED("~"),
    /** The target has no match, or a person has to see to it. */
    LOST("!");

    private final String mark;

    Sign(String mark) {
      this.mark = mark;
    }

    /** As it is printed. */
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
