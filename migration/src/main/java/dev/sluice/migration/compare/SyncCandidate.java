package dev.sluice.migration.compare;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user whom a sync has seen in the pool, with what is remembered.
 *
 * @param user with its groups
 * @param before null when the ledger does not know the user
 */
public record SyncCandidate(
    UserRecord user,
    @Nullable Remembered before,
    Fingerprint fingerprint,
    SourceChange change,
    SyncAction action) {

  /** Returns the same user with another action. */
  public SyncCandidate to(SyncAction other) {
    return new SyncCandidate(user, before, fingerprint, change, other);
  }

  public UserId id() {
    return user.id();
  }

  @Nullable
  public MigrationState state() {
    return before == null ? null : before.state();
  }

  /**
   * Returns what is reported to an operator; empty for users who are unchanged or no longer of
   * concern.
   */
  public Optional<Finding> finding() {
    if (state() == MigrationState.GONE || outside()) {
      return Optional.empty();
    }
    if (action == SyncAction.REPORT) {
      return Optional.of(Finding.DRIFT);
    }
    return switch (change) {
      case NEW -> Optional.of(Finding.NEW);
      case CHANGED -> Optional.of(Finding.CHANGED);
      case DISABLED -> Optional.of(Finding.DISABLED);
      case ENABLED -> Optional.of(Finding.ENABLED);
      case FIRST_LOOK, UNCHANGED, DELETED -> Optional.empty();
    };
  }

  /** Returns whether the sync is about other users. */
  public boolean outside() {
    return action == SyncAction.PASS_OVER;
  }

  /** Returns whether the ledger's logins may follow the source's. */
  public boolean followsTheSource() {
    return !outside()
        && change != SourceChange.UNCHANGED
        && state() != MigrationState.MIGRATED
        && state() != MigrationState.GONE;
  }

  public ScanBatch.Drift drift() {
    String what =
        switch (change) {
          case DISABLED -> "disabled";
          case ENABLED -> "enabled";
          case NEW, FIRST_LOOK, UNCHANGED, CHANGED, DELETED -> "changed";
        };
    return new ScanBatch.Drift(
        id(), user.username(), what + " at the source on " + user.modifiedAt(), false);
  }

  public ScanBatch.Seen seen() {
    return new ScanBatch.Seen(id(), fingerprint);
  }

  /**
   * Returns the user with what is remembered unchanged, so that the next scan finds the same
   * difference.
   */
  public ScanBatch.Seen seenAsBefore() {
    return new ScanBatch.Seen(id(), before == null ? null : before.fingerprint());
  }
}
