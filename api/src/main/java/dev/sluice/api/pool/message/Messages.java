package dev.sluice.api.pool.message;

import org.jspecify.annotations.Nullable;

/**
 * What the pool writes to people, and through which senders.
 *
 * @param verifyBy CONFIRM_WITH_CODE or CONFIRM_WITH_LINK, where known
 * @param code to verify an address with a code
 * @param link to verify an address with a link
 * @param invitation to a user whom an administrator has created
 * @param secondFactor the code of a login
 * @param email null where Cognito's own sender is used with nothing set
 * @param sms null where no text messages can be sent
 */
public record Messages(
    @Nullable String verifyBy,
    MessageTemplate code,
    MessageTemplate link,
    MessageTemplate invitation,
    MessageTemplate secondFactor,
    @Nullable EmailSender email,
    @Nullable SmsSender sms) {}
