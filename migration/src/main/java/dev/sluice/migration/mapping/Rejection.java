package dev.sluice.migration.mapping;

import dev.sluice.api.user.UserId;

/**
 * A user who could not be mapped.
 *
 * @param detail what is wrong and what to do, for a person
 */
public record Rejection(UserId id, RejectionReason reason, String detail) implements Mapped {}
