package dev.sluice.api.target.user;

import dev.sluice.api.user.UserId;

/**
 * A user as the target has it.
 *
 * @param hasPassword whether the target holds a password hash of its own
 * @param awaitsFirstLogin whether the target still asks the gateway about this user
 */
public record TargetUser(
    UserId id, String username, boolean enabled, boolean hasPassword, boolean awaitsFirstLogin) {}
