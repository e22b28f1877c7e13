package dev.sluice.keycloak.load.user;

/** The words for a value that another user has. */
final class Taken {
  private Taken() {}

  /**
   * @param owner its id
   */
  static String told(String field, String value, String owner) {
    return "the %s %s belongs to the user %s: change or remove one of the two"
        .formatted(field, value, owner);
  }
}
