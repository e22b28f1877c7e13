package dev.sluice.api.pool.signin;

/**
 * A means by which a user who has forgotten the password gets a new one.
 *
 * @param name verified_email, verified_phone_number or admin_only
 * @param priority 1 is tried first
 */
public record RecoveryMechanism(String name, int priority) {}
