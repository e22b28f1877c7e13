package dev.sluice.api.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The pool that users leave and the target that they move to. A ledger serves one binding: what it
 * says of a user is true of no other pool and of no other target.
 *
 * @param pool the id of the pool; null while the ledger does not know it
 * @param target the target's name and place, for a person to read and to be compared letter by
 *     letter; null while the ledger does not know it
 */
public record LedgerBinding(@Nullable String pool, @Nullable String target) {}
