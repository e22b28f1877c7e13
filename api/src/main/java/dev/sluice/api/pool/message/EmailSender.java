package dev.sluice.api.pool.message;

import org.jspecify.annotations.Nullable;

/**
 * The sender of the pool's email.
 *
 * @param account COGNITO_DEFAULT (50 a day) or DEVELOPER (the owner's own SES)
 * @param sourceArn the SES identity
 */
public record EmailSender(
    String account,
    @Nullable String from,
    @Nullable String replyTo,
    @Nullable String sourceArn,
    @Nullable String configurationSet) {}
