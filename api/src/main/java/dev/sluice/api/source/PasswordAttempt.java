package dev.sluice.api.source;

import dev.sluice.api.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One question to the source: is this password this user's?
 *
 * @param login anything the source takes as a login
 * @param ip the end user's address, where known
 * @param userAgent the end user's browser, where known
 * @param budget how long an answer may take
 */
public record PasswordAttempt(
    String login,
    Secret password,
    @Nullable String ip,
    @Nullable String userAgent,
    Duration budget) {}
