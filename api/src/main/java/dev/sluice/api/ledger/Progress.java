package dev.sluice.api.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How far a run has come in one of its parts.
 *
 * @param run the run's name
 * @param part a shard's name, which has no colon, or what is read beside shards: {@code group:} and
 *     a group's name, {@code waiting:} and a part of the deferred users
 * @param position where to resume; null when the part is at its start or finished
 * @param finished whether the part has been read to its end
 * @param count how many users were read in this part so far
 */
public record Progress(
    String run, String part, @Nullable String position, boolean finished, long count) {}
