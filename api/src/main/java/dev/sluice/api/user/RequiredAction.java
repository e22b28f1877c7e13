package dev.sluice.api.user;

/** What a user must do at the next login before anything else. */
public enum RequiredAction {
  NEW_PASSWORD,
  /** Set up a second factor, because the source asked for one. */
  SECOND_FACTOR,
  VERIFY_EMAIL
}
