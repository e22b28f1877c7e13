package dev.sluice.migration.compare;

import static dev.sluice.migration.compare.SyncAction.BRING;
import static dev.sluice.migration.compare.SyncAction.RECORD;
import static dev.sluice.migration.compare.SyncAction.REMOVE;
import static dev.sluice.migration.compare.SyncAction.REPORT;
import static dev.sluice.migration.compare.SyncAction.UPDATE;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * Decides which side wins when the source has changed; {@code docs/sync.md} has the rules as a
 * table.
 */
public final class ConflictRules {
  private ConflictRules() {}

  /**
   * Returns what to do about a user.
   *
   * @param state null when the ledger does not know the user
   */
  public static SyncAction actionFor(
      SourceChange change, @Nullable MigrationState state, MigrationMode mode) {
    if (state == null) {
      return bring(mode);
    }
    return switch (state) {
      case DISCOVERED -> change == SourceChange.DELETED ? REMOVE : bring(mode);
      case IMPORTED -> ofImported(change);
      case MIGRATED -> change.isDifference() ? REPORT : RECORD;
      case REJECTED -> ofRejected(change, mode);
      case LEFT -> change == SourceChange.DELETED ? REMOVE : RECORD;
      case GONE, MERGED -> RECORD;
    };
  }

  private static SyncAction ofImported(SourceChange change) {
    return switch (change) {
      case DELETED -> REMOVE;
      case UNCHANGED -> RECORD;
      case NEW, FIRST_LOOK, CHANGED, DISABLED, ENABLED -> UPDATE;
    };
  }

  /**
   * A change may have fixed the reason for the rejection; an unchanged user is retried on request
   * only.
   */
  private static SyncAction ofRejected(SourceChange change, MigrationMode mode) {
    return switch (change) {
      case DELETED -> REMOVE;
      case NEW, FIRST_LOOK, UNCHANGED -> RECORD;
      case CHANGED, DISABLED, ENABLED -> bring(mode);
    };
  }

  private static SyncAction bring(MigrationMode mode) {
    return mode.writesProfilesFirst() ? BRING : RECORD;
  }
}
