package dev.sluice.migration.repair;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.target.user.TargetUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can have happened to a user at the target. */
public enum Damage {
  /** In Cognito's charge, and not at the target: written again. */
  LOST,
  /** In Cognito's charge and at the target, which no longer asks for the old password. */
  UNLINKED,
  /** In Cognito's charge according to the ledger, and has a password at the target. */
  UNRECORDED,
  /**
   * Has moved according to the ledger, and the target lacks the user or the password: nothing is
   * done without the owner's decision, because the target alone had the latest state.
   */
  MOVE_LOST,
  /**
   * Deleted at the target before it moved, and still in the pool. Only a reading of the pool finds
   * it.
   */
  DELETED;

  /**
   * Finds what has happened to a user of whom the ledger says IMPORTED or MIGRATED.
   *
   * @param there null when the target does not have the user
   */
  static Optional<Damage> of(LedgerEntry entry, @Nullable TargetUser there, MigrationMode mode) {
    if (entry.state() == MigrationState.IMPORTED) {
      return imported(there, mode);
    }
    boolean moved = entry.state() == MigrationState.MIGRATED;
    return moved && (there == null || isBehind(there)) ? Optional.of(MOVE_LOST) : Optional.empty();
  }

  private static Optional<Damage> imported(@Nullable TargetUser there, MigrationMode mode) {
    if (there == null) {
      return Optional.of(LOST);
    }
    if (there.awaitsFirstLogin()) {
      return Optional.empty();
    }
    if (there.hasPassword()) {
      return Optional.of(UNRECORDED);
    }
    // Once nobody asks Cognito, a user without a password sets one, linked or not.
    return mode.asksForPasswords() ? Optional.of(UNLINKED) : Optional.empty();
  }

  /** Returns whether the target is as it was before the user moved. */
  static boolean isBehind(TargetUser there) {
    return there.awaitsFirstLogin() && !there.hasPassword();
  }
}
