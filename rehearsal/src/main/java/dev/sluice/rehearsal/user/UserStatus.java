package dev.sluice.rehearsal.user;

/** A user's status as Cognito names it, without the ones no longer used. */
public enum UserStatus {
  UNCONFIRMED,
  CONFIRMED,
  EXTERNAL_PROVIDER,
  RESET_REQUIRED,
  FORCE_CHANGE_PASSWORD
}
