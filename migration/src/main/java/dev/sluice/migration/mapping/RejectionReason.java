package dev.sluice.migration.mapping;

/** Why a user could not be mapped. */
public enum RejectionReason {
  /** The {@code identities} attribute is not the JSON that Cognito writes. */
  UNREADABLE_IDENTITIES,
  /** An attribute, once renamed, has the name of another with a different value, or of a field. */
  ATTRIBUTES_COLLIDE
}
