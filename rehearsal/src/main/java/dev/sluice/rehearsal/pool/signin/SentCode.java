package dev.sluice.rehearsal.pool.signin;

/**
 * A code that a real pool would have sent to a user.
 *
 * @param challenge the challenge that it answers, {@code SMS_MFA} or {@code EMAIL_OTP}
 * @param destination the whole phone number or email
 */
public record SentCode(String challenge, String destination, String code) {}
