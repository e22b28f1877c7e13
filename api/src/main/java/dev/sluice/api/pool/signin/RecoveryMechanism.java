package dev.sluice.api.pool.signin;

/**
 * A way to a new password for somebody who has forgotten the old one.
 *
 * @param name verified_email, verified_phone_number or admin_only
 * @param priority 1 is tried first
 */
public record RecoveryMechanism(String name, int priority) {}
