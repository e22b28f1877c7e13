package dev.sluice.cognito;

/** How passwords are checked against the pool. */
public enum PasswordFlow {
  /**
   * {@code AdminInitiateAuth} with {@code ADMIN_USER_PASSWORD_AUTH}: needs AWS credentials, tells
   * Cognito the end user's address and is not behind the pool's firewall.
   */
  ADMIN,
  /** {@code InitiateAuth} with {@code USER_PASSWORD_AUTH}: needs no credentials. */
  USER;

  /**
   * Reads the word of the configuration file.
   *
   * @throws IllegalArgumentException when the word is another, saying which there are
   */
  public static PasswordFlow of(String word) {
    return switch (word) {
      case "admin" -> ADMIN;
      case "user" -> USER;
      case "srp" ->
          throw new IllegalArgumentException(
              "password-check: srp is not built yet. Use admin or user, and allow "
                  + "ALLOW_ADMIN_USER_PASSWORD_AUTH or ALLOW_USER_PASSWORD_AUTH in the app client.");
      default ->
          throw new IllegalArgumentException(
              "password-check is admin or user, not \"" + word + "\".");
    };
  }

  /** What the app client's explicit auth flows must contain. */
  String neededClientFlow() {
    return switch (this) {
      case ADMIN -> "ALLOW_ADMIN_USER_PASSWORD_AUTH";
      case USER -> "ALLOW_USER_PASSWORD_AUTH";
    };
  }

  /** The same before 2019, still allowed in app clients of that time. */
  String formerClientFlow() {
    return switch (this) {
      case ADMIN -> "ADMIN_NO_SRP_AUTH";
      case USER -> "USER_PASSWORD_AUTH";
    };
  }
}
