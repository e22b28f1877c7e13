package dev.sluice.api.pool;

import org.jspecify.annotations.Nullable;

/**
 * A Lambda function of the owner's that Cognito calls.
 *
 * @param name as in {@code LambdaConfig}, such as {@code PreTokenGeneration}
 * @param version of the event that it receives, where known
 */
public record LambdaTrigger(String name, String arn, @Nullable String version) {}
