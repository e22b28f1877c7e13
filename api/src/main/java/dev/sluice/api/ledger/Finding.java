package dev.sluice.api.ledger;

/** What a pool scan can find about a user; each finding is counted. */
public enum Finding {
  /** The ledger did not know the user. */
  NEW,
  /** Changed at the source, other than by being disabled or enabled; Cognito is in charge. */
  CHANGED,
  /** Disabled at the source; Cognito is in charge. */
  DISABLED,
  /** Enabled at the source; Cognito is in charge. */
  ENABLED,
  /** Deleted at the source before it moved. */
  GONE,
  /** Changed or deleted at the source, with the target in charge: nothing was written. */
  DRIFT,
  /** Could not be mapped, or the target refused it. */
  REJECTED,
  /** Was not listed, but is still in the pool. */
  STILL_THERE,
  /** Awaits its first login according to the ledger, but the target does not have it. */
  NOT_AT_TARGET,
  /** Was not listed; so many users were not listed that none was removed. */
  HELD
}
