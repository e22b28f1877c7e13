package dev.sluice.api.user;

/** A user's status in the pool, in Cognito's own words (service model, {@code UserStatusType}). */
public enum SourceStatus {
  /** Signed up, but never confirmed the email or phone number. */
  UNCONFIRMED,
  CONFIRMED,
  /** Signs in through another provider and has no password here. */
  EXTERNAL_PROVIDER,
  /** Must reset the password before the next login. */
  RESET_REQUIRED,
  /** Has a temporary password and must replace it at the next login. */
  FORCE_CHANGE_PASSWORD,
  /** No longer returned by Cognito, but still in its enumeration. */
  ARCHIVED,
  /** No longer returned by Cognito, but still in its enumeration. */
  COMPROMISED,
  /** Any status that is not known to this version. */
  UNKNOWN
}
