package dev.sluice.api.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scan of the whole pool.
 *
 * @param number counted from 1
 * @param run the run that made it
 * @param pool the id of the pool
 * @param finished null while it is under way
 */
public record PoolScan(
    long number, String run, String pool, Instant started, @Nullable Instant finished) {}
