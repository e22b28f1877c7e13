package dev.sluice.app.assess.text;

/** Text that somebody else chose, made fit to be shown on one line of a terminal. */
public final class Plain {
  private static final int LONGEST = 120;

  private Plain() {}

  /** The same as {@link #all}, cut where it is very long. */
  public static String text(String value) {
    return value.codePointCount(0, value.length()) > LONGEST
        ? all(value.substring(0, value.offsetByCodePoints(0, LONGEST))) + "…"
        : all(value);
  }

  /**
   * Control characters, which could move the cursor, and those that turn the direction of writing
   * are replaced.
   */
  public static String all(String value) {
    StringBuilder shown = new StringBuilder();
    value.codePoints().map(each -> visible(each) ? each : '\uFFFD').forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean visible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
