package dev.sluice.migration.compare;

/** What a sync does about a user. */
public enum SyncAction {
  /** Writes the user to the target, or brings one that exists there up to date. */
  BRING,
  /** Brings the user at the target up to date. */
  UPDATE,
  /**
   * Removes the user at the target once a lookup has confirmed that it is deleted at the source.
   */
  REMOVE,
  /** Writes nothing and reports the difference, because the target is in charge. */
  REPORT,
  /** Writes nothing and remembers the user's fingerprint. */
  RECORD,
  /** Writes nothing and keeps what is remembered: the sync is about other users. */
  PASS_OVER
}
