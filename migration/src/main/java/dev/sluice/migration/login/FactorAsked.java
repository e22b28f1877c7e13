package dev.sluice.migration.login;

import dev.sluice.api.source.Challenge;
import dev.sluice.api.user.UserId;

/**
 * A second factor that the source has asked a user for.
 *
 * @param user a user who has proven the password
 */
public record FactorAsked(UserId user, Challenge challenge) {}
