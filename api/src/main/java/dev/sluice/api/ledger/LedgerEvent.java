package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the append-only history.
 *
 * @param who the command or the service that made the change, such as {@code bulk} or {@code
 *     gateway}
 * @param from null for the first event of a user
 */
public record LedgerEvent(
    long number,
    Instant at,
    String who,
    UserId user,
    @Nullable MigrationState from,
    MigrationState to,
    @Nullable MovedBy by,
    @Nullable String why) {}
