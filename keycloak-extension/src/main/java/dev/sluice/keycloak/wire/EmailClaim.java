package dev.sluice.keycloak.wire;

/** What happens if another user has the email address that a user is to have. */
public enum EmailClaim {
  /** It is taken away from a user that has not moved. */
  TAKE,
  /** The user is refused. */
  OWN,
  /** The user comes without it. */
  YIELD
}
