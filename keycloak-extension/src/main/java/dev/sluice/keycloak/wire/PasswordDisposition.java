package dev.sluice.keycloak.wire;

/** How a user who was brought without a password comes to have one. */
public enum PasswordDisposition {
  /** The old one moves at the first login. */
  AT_FIRST_LOGIN,
  /** The user must set a new one before the next login. */
  MUST_RESET,
  /** The user never had one here: others vouch for the user. */
  NONE;

  /** Whether the user stays linked to the provider until a password is stored. */
  public boolean isOwed() {
    return this != NONE;
  }
}
