package dev.sluice.api.pool;

import org.jspecify.annotations.Nullable;

/**
 * A group with all that Cognito knows of it.
 *
 * @param precedence the lower value wins; present where the owner has set it
 * @param roleArn the AWS role that members get from an identity pool, where one is set
 */
public record PoolGroup(
    String name,
    @Nullable String description,
    @Nullable Integer precedence,
    @Nullable String roleArn) {}
