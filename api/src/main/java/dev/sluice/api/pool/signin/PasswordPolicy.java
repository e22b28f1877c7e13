package dev.sluice.api.pool.signin;

/**
 * The pool's requirements for a password.
 *
 * @param minimumLength characters, 6 to 99
 * @param historySize how many former passwords cannot be reused, 0 to 24
 * @param temporaryPasswordValidityDays how long an invited user has for the first login
 */
public record PasswordPolicy(
    int minimumLength,
    boolean requireUppercase,
    boolean requireLowercase,
    boolean requireNumbers,
    boolean requireSymbols,
    int historySize,
    int temporaryPasswordValidityDays) {}
