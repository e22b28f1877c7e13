package dev.sluice.migration.ledger;

import dev.sluice.migration.user.UserId;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * A user's row, as it stands while we hold it.
 *
 * @param number short for the id, in the history and in indexes
 */
record KnownUser(
    long number,
    UserId id,
    Logins logins,
    MigrationState state,
    @Nullable MovedBy by,
    @Nullable String claimedBy) {

  static KnownUser of(RowView row) {
    UserId id = new UserId(row.getColumn("id", String.class));
    return new KnownUser(
        row.getColumn("number", Long.class),
        id,
        new Logins(
            row.getColumn("username", String.class),
            row.getColumn("email", String.class),
            row.getColumn("phone", String.class)),
        Letters.state(row.getColumn("state", String.class)),
        Letters.way(row.getColumn("moved_by", String.class)),
        row.getColumn("claimed_by", String.class));
  }

  /** Whether a change is legal: of the state, or of the way to a more exact one. */
  boolean may(Change change) {
    MovedBy next = change.by();
    boolean moreExact =
        state == MigrationState.MIGRATED
            && change.to() == MigrationState.MIGRATED
            && by != null
            && next != null
            && AllowedTransitions.allowsMoreExact(by, next);
    return moreExact || AllowedTransitions.allows(state, change.to());
  }

  KnownUser after(Change change) {
    return new KnownUser(number, id, logins, change.to(), change.by(), null);
  }
}
