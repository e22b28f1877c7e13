package dev.sluice.migration.run;

import dev.sluice.migration.source.Challenge;
import dev.sluice.migration.user.UserId;

/**
 * A second factor that the source has asked a user for.
 *
 * @param user who has proven the password
 */
public record FactorAsked(UserId user, Challenge challenge) {}
