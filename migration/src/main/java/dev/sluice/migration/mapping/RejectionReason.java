package dev.sluice.migration.mapping;

/** Why a user could not be mapped. */
public enum RejectionReason {
  /** The {@code identities} attribute is not the JSON that Cognito writes. */
  UNREADABLE_IDENTITIES,
  /** Two of the user's attributes, once renamed, have one name and different values. */
  ATTRIBUTES_COLLIDE
}
