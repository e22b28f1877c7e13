package dev.sluice.rehearsal.user;

/** A user's status as Cognito names it; the no longer used ones are left out. */
public enum UserStatus {
  UNCONFIRMED,
  CONFIRMED,
  EXTERNAL_PROVIDER,
  RESET_REQUIRED,
  FORCE_CHANGE_PASSWORD
}
