package dev.sluice.api.ledger;

import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of one user's state.
 *
 * @param by how it moved; given exactly when {@code to} is MIGRATED
 * @param why the reason, for a person; given exactly when {@code to} is REJECTED, LEFT or MERGED
 * @param fingerprint of the user as it was given to the target, or refused by it; null where that
 *     is not known, and then the ledger keeps the fingerprint that it has
 */
public record Change(
    UserId id,
    MigrationState to,
    @Nullable MovedBy by,
    @Nullable String why,
    @Nullable Fingerprint fingerprint) {

  private static final Set<MigrationState> EXPLAINED =
      EnumSet.of(MigrationState.REJECTED, MigrationState.LEFT, MigrationState.MERGED);

  public Change {
    boolean moved = to == MigrationState.MIGRATED;
    boolean explained = EXPLAINED.contains(to);
    if (moved != (by != null) || explained != (why != null)) {
      throw new IllegalArgumentException(
          "A change to MIGRATED needs by, a change to REJECTED, LEFT or MERGED needs why;"
              + " other changes have neither.");
    }
  }

  public Change(UserId id, MigrationState to, @Nullable MovedBy by, @Nullable String why) {
    this(id, to, by, why, null);
  }

  /** Returns the same change, with the fingerprint that the user had when it was made. */
  public Change as(Fingerprint fingerprint) {
    return new Change(id, to, by, why, fingerprint);
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

  /** Returns the change by which a rejected user is tried again. */
  public static Change reopened(UserId id) {
    return new Change(id, MigrationState.DISCOVERED, null, null);
  }

  public static Change merged(UserId id, String why) {
    return new Change(id, MigrationState.MERGED, null, why);
  }

  public static Change gone(UserId id) {
    return new Change(id, MigrationState.GONE, null, null);
  }
}
