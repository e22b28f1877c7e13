package dev.sluice.migration.login;

/** What can be told about a login by its text alone, before anything is asked. */
final class TypedLogin {
  /** No source and no target has longer ones. */
  private static final int LONGEST = 2048;

  private TypedLogin() {}

  /**
   * Returns whether it can be no user's login: it is empty, too long, or has characters that cannot
   * be printed, which a database may not even take. Such a login is refused as an unknown one is.
   */
  static boolean isNobodys(String login) {
    return login.isEmpty()
        || login.length() > LONGEST
        || login.codePoints().anyMatch(TypedLogin::isUnprintable);
  }

  private static boolean isUnprintable(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }
}
