package dev.sluice.api.user;

/**
 * The characters around a text that nobody means: spaces of every width, tabs, line breaks and
 * characters without a shape, such as the byte order mark of a pasted login. No username of Cognito
 * can hold one of them (service model, {@code UsernameType}).
 */
public final class Blanks {
  private Blanks() {}

  /** Returns the text without the blanks before and behind it. */
  public static String cutOff(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (to > from && isBlank(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }
}
