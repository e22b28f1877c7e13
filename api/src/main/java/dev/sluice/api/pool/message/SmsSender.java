package dev.sluice.api.pool.message;

import org.jspecify.annotations.Nullable;

/**
 * The sender of the pool's text messages.
 *
 * @param snsCallerArn the role with which Cognito calls SNS
 * @param snsRegion where SNS is called, where known
 */
public record SmsSender(
    String snsCallerArn, @Nullable String externalId, @Nullable String snsRegion) {}
