package dev.sluice.api.pool.message;

import org.jspecify.annotations.Nullable;

/**
 * Who sends the pool's text messages.
 *
 * @param snsCallerArn the role with which Cognito calls SNS
 * @param snsRegion where SNS is called, where told
 */
public record SmsSender(
    String snsCallerArn, @Nullable String externalId, @Nullable String snsRegion) {}
