package dev.sluice.migration.ledger.jdbc.row;

import dev.sluice.api.ledger.AllowedTransitions;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A user's row, as it is while this transaction holds it.
 *
 * @param number short for the id, in the history and in indexes
 */
public record KnownUser(
    long number,
    UserId id,
    Logins logins,
    MigrationState state,
    @Nullable MovedBy by,
    @Nullable String claimedBy) {

  static KnownUser of(ResultSet row) throws SQLException {
    return new KnownUser(
        row.getLong("number"),
        new UserId(row.getString("id")),
        new Logins(
            row.getString("username"),
            row.getString("email"),
            row.getString("phone"),
            row.getObject("standing") == null ? null : row.getLong("standing")),
        Letters.state(row.getString("state")),
        Letters.by(row.getString("moved_by")),
        row.getString("claimed_by"));
  }

  /**
   * Returns whether a change is legal: of the state, or of how the user moved to a more exact
   * value.
   */
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

  /** Returns whether the user has moved or is gone, which ordinary changes do not undo. */
  boolean isOver() {
    return state == MigrationState.MIGRATED || state == MigrationState.GONE;
  }

  KnownUser after(Change change) {
    return new KnownUser(number, id, logins, change.to(), change.by(), null);
  }
}
