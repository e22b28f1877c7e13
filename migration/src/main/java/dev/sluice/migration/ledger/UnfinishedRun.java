package dev.sluice.migration.ledger;

import java.time.Instant;

/**
 * A run that has begun and not ended: it is at work now, or was cut short.
 *
 * @param read how many users it has read so far
 */
public record UnfinishedRun(String name, Instant started, long read) {}
