package dev.sluice.api.ledger;

import dev.sluice.api.user.PoolLogins;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One user's record.
 *
 * @param by how it moved; null unless MIGRATED
 * @param why the reason for a rejection, for leaving it behind, or for merging it
 * @param since when it came into this state
 * @param assumed since when it is assumed to have moved, because the target was sent a yes and has
 *     not shown yet what it made of it; null where nothing is assumed
 * @param standing of its profile when it was seen last
 */
public record LedgerEntry(
    UserId id,
    String username,
    @Nullable String email,
    @Nullable String phoneNumber,
    MigrationState state,
    @Nullable MovedBy by,
    @Nullable String why,
    Instant since,
    @Nullable Instant assumed,
    Standing standing) {

  /** Creates the entry of a user of whom nothing is assumed, and whose standing is not known. */
  public LedgerEntry(
      UserId id,
      String username,
      @Nullable String email,
      @Nullable String phoneNumber,
      MigrationState state,
      @Nullable MovedBy by,
      @Nullable String why,
      Instant since) {
    this(id, username, email, phoneNumber, state, by, why, since, null, Standing.UNKNOWN);
  }

  /** Returns what the user types, in a pool with these logins. */
  public String typed(PoolLogins logins) {
    return logins.usernameOf(id, username, email, standing.emailVerified(), phoneNumber);
  }
}
