package dev.sluice.migration.mapping;

/** Why a user could not be mapped. */
public enum RejectionReason {
  /** Nothing that the target could use as a login. */
  NO_LOGIN,
  /** The {@code identities} attribute is not the JSON that Cognito writes. */
  UNREADABLE_IDENTITIES,
  /** Two attributes were renamed to one name. */
  ATTRIBUTES_COLLIDE
}
