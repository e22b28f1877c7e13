package dev.sluice.api.user;

/** How a planned user will get a password at the target. */
public enum FirstPassword {
  /** The source is asked at the first login, and the target keeps its own hash. */
  AT_FIRST_LOGIN,
  /** The user must set a new password. */
  MUST_RESET,
  /** The user signs in through another provider and has no password. */
  NONE
}
