package dev.sluice.api.ledger;

import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger remembers of a user from the last scan.
 *
 * @param number counted from 1 in the order in which users were first seen
 * @param fingerprint of the user as it was last given to the target, or as it was last recorded;
 *     null where that is not known
 */
public record Remembered(
    long number,
    UserId id,
    String username,
    MigrationState state,
    @Nullable Fingerprint fingerprint) {}
