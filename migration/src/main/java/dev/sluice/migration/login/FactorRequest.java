package dev.sluice.migration.login;

import dev.sluice.api.source.FactorAttempt;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a second factor, which the target passes on.
 *
 * @param ip the end user's address, where known
 * @param userAgent the end user's browser, where known
 */
public record FactorRequest(
    FactorAsked asked,
    FactorAttempt.Answer answer,
    @Nullable String ip,
    @Nullable String userAgent) {}
