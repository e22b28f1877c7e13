package dev.sluice.migration.compare;

import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.user.Fingerprint;
import org.jspecify.annotations.Nullable;

/** What a pool scan finds to be different from the scan before. */
public enum SourceChange {
  /** The ledger does not know the user. */
  NEW,
  /** The ledger knows the user, but has no fingerprint: nothing can be compared yet. */
  FIRST_LOOK,
  UNCHANGED,
  /** Anything but the enabled state is different. */
  CHANGED,
  /** No longer enabled; more may be different. */
  DISABLED,
  /** Enabled again; more may be different. */
  ENABLED,
  /** No longer in the pool. */
  DELETED;

  /**
   * Returns how a user who is in the pool has changed.
   *
   * @param before null when the ledger does not know the user
   */
  static SourceChange of(@Nullable Remembered before, Fingerprint now) {
    if (before == null) {
      return NEW;
    }
    Fingerprint then = before.fingerprint();
    if (then == null) {
      return FIRST_LOOK;
    }
    if (then.enabled() != now.enabled()) {
      return now.enabled() ? ENABLED : DISABLED;
    }
    return then.equals(now) ? UNCHANGED : CHANGED;
  }

  /** Returns whether a user whom the ledger knows is known to differ. */
  boolean isDifference() {
    return switch (this) {
      case CHANGED, DISABLED, ENABLED, DELETED -> true;
      case NEW, FIRST_LOOK, UNCHANGED -> false;
    };
  }
}
