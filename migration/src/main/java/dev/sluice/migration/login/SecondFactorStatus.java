package dev.sluice.migration.login;

/** Whether a user has a second factor at the source. */
public enum SecondFactorStatus {
  YES,
  NO,
  /** It cannot be determined now; never take it for a no. */
  UNKNOWN
}
