package dev.sluice.keycloak.wire;

/** How a user imported without a password gets one. */
public enum PasswordDisposition {
  /** The old one moves at the first login. */
  AT_FIRST_LOGIN,
  /** The user must set a new one before the next login. */
  MUST_RESET,
  /** The user needs none here: another provider authenticates the user. */
  NONE;

  /** Tells whether the user stays linked to the provider until a password is stored. */
  public boolean isOwed() {
    return this != NONE;
  }
}
