package dev.sluice.api.pool;

import org.jspecify.annotations.Nullable;

/**
 * A part that could not be read; what the inventory says of it may be incomplete.
 *
 * @param which the client, provider or pool that it concerns, null for the whole part
 * @param why for a person, with what to do
 */
public record UnreadPart(PoolPart part, @Nullable String which, String why) {}
