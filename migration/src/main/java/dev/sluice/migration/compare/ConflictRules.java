package dev.sluice.migration.compare;

import static dev.sluice.migration.compare.SyncAction.BRING;
import static dev.sluice.migration.compare.SyncAction.RECORD;
import static dev.sluice.migration.compare.SyncAction.REMOVE;
import static dev.sluice.migration.compare.SyncAction.REPORT;
import static dev.sluice.migration.compare.SyncAction.UPDATE;

import dev.sluice.api.Way;
import dev.sluice.api.ledger.MigrationState;
import org.jspecify.annotations.Nullable;

/** Who wins when the source has changed; {@code docs/sync.md} tells it as a table. */
public final class ConflictRules {
  private ConflictRules() {}

  /**
   * What to do about a user.
   *
   * @param state null when the ledger does not know the user
   */
  public static SyncAction actionFor(SourceChange change, @Nullable MigrationState state, Way way) {
    if (state == null) {
      return bring(way);
    }
    return switch (state) {
      case DISCOVERED -> change == SourceChange.DELETED ? REMOVE : bring(way);
      case IMPORTED -> ofImported(change);
      case MIGRATED -> change.isDifference() ? REPORT : RECORD;
      case REJECTED -> ofRejected(change, way);
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

  /** What has changed may have mended what was wrong; what has not is tried on request only. */
  private static SyncAction ofRejected(SourceChange change, Way way) {
    return switch (change) {
      case DELETED -> REMOVE;
      case NEW, FIRST_LOOK, UNCHANGED -> RECORD;
      case CHANGED, DISABLED, ENABLED -> bring(way);
    };
  }

  private static SyncAction bring(Way way) {
    return way.writesProfilesFirst() ? BRING : RECORD;
  }
}
