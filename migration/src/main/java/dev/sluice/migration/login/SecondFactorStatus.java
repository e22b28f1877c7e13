package dev.sluice.migration.login;

/** Whether a user has a second factor at the source. */
public enum SecondFactorStatus {
  YES,
  NO,
  /** Nobody can tell now; it must never be taken for a no. */
  UNKNOWN
}
