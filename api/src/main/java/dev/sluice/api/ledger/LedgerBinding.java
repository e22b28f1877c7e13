package dev.sluice.api.ledger;

import org.jspecify.annotations.Nullable;

/**
 * From where to where users move. One ledger is for one route: what it says of a user is true of no
 * other pool and of no other target.
 *
 * @param pool the id of the pool; null where a ledger does not know it yet
 * @param target the target's name and place, for a person to read and to be compared letter by
 *     letter; null where a ledger does not know it yet
 */
public record LedgerBinding(@Nullable String pool, @Nullable String target) {}
