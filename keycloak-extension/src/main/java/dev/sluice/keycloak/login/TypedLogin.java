package dev.sluice.keycloak.login;

/**
 * A login as it was meant: without the blanks around it, also those that no one sees, such as the
 * ones that come with a pasted text. Keycloak itself cuts off some of them, and in some flows none.
 */
public final class TypedLogin {
  private TypedLogin() {}

  public static String of(String typed) {
    int from = 0;
    int to = typed.length();
    while (from < to && isBlank(typed.codePointAt(from))) {
      from += Character.charCount(typed.codePointAt(from));
    }
    while (to > from && isBlank(typed.codePointBefore(to))) {
      to -= Character.charCount(typed.codePointBefore(to));
    }
    return typed.substring(from, to);
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
