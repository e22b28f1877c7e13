package dev.sluice.migration.ledger;

import dev.sluice.migration.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One user's record.
 *
 * @param by how it moved; null unless MIGRATED
 * @param why the reason for a rejection, for leaving it behind, or for merging it
 * @param since when it came into this state
 */
public record LedgerEntry(
    UserId id,
    String username,
    @Nullable String email,
    @Nullable String phoneNumber,
    MigrationState state,
    @Nullable MovedBy by,
    @Nullable String why,
    Instant since) {}
