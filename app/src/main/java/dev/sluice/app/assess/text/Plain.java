package dev.sluice.app.assess.text;

/** Makes text from outside fit for one line of a terminal. */
public final class Plain {
  private static final int LONGEST = 120;

  private Plain() {}

  /** Does what {@link #all} does and cuts very long text. */
  public static String text(String value) {
    return value.codePointCount(0, value.length()) > LONGEST
        ? all(value.substring(0, value.offsetByCodePoints(0, LONGEST))) + "…"
        : all(value);
  }

  /**
   * Replaces control characters, which could move the cursor, and characters that change the
   * direction of writing.
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
