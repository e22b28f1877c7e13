package dev.sluice.api.pool.client;

import java.time.Duration;

/**
 * How long an app client's tokens are valid, with units resolved.
 *
 * @param session how long a user has to answer a challenge
 * @param rotation whether a used refresh token is replaced
 * @param rotationGrace how long the replaced token stays valid
 */
public record TokenSettings(
    Duration access,
    Duration id,
    Duration refresh,
    Duration session,
    boolean rotation,
    Duration rotationGrace) {}
