package dev.sluice.migration.compare;

import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.user.Fingerprint;
import org.jspecify.annotations.Nullable;

/** What a look at the pool finds to be different from the look before. */
public enum SourceChange {
  /** The ledger does not know the user. */
  NEW,
  /** The ledger knows the user, but not how the user looked: nothing can be compared yet. */
  FIRST_LOOK,
  UNCHANGED,
  /** Anything but being enabled is different. */
  CHANGED,
  /** No longer enabled; more may be different. */
  DISABLED,
  /** Enabled again; more may be different. */
  ENABLED,
  /** Not in the pool any more. */
  DELETED;

  /**
   * How a user who is in the pool has changed.
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

  /** Whether something is known to be different of a user whom the ledger knows. */
  boolean isDifference() {
    return switch (this) {
      case CHANGED, DISABLED, ENABLED, DELETED -> true;
      case NEW, FIRST_LOOK, UNCHANGED -> false;
    };
  }
}
