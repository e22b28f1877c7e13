package dev.sluice.migration.ledger;

import dev.sluice.migration.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A change of one user's state.
 *
 * @param by how it moved; given exactly when {@code to} is MIGRATED
 * @param why for a person; given exactly when {@code to} is REJECTED or LEFT
 */
public record Change(UserId id, MigrationState to, @Nullable MovedBy by, @Nullable String why) {

  public Change {
    boolean moved = to == MigrationState.MIGRATED;
    boolean explained = to == MigrationState.REJECTED || to == MigrationState.LEFT;
    if (moved != (by != null) || explained != (why != null)) {
      throw new IllegalArgumentException(
          "A change to MIGRATED says by what, one to REJECTED or LEFT says why, others neither.");
    }
  }

  public static Change imported(UserId id) {
    return new Change(id, MigrationState.IMPORTED, null, null);
  }

  public static Change migrated(UserId id, MovedBy by) {
    return new Change(id, MigrationState.MIGRATED, by, null);
  }

  public static Change rejected(UserId id, String why) {
    return new Change(id, MigrationState.REJECTED, null, why);
  }

  public static Change left(UserId id, String why) {
    return new Change(id, MigrationState.LEFT, null, why);
  }

  /** A rejected user is to be tried again. */
  public static Change reopened(UserId id) {
    return new Change(id, MigrationState.DISCOVERED, null, null);
  }

  public static Change gone(UserId id) {
    return new Change(id, MigrationState.GONE, null, null);
  }
}
