package dev.sluice.cognito.password;

import java.util.regex.Pattern;

/**
 * The form that Cognito demands of what people type. A login that does not have it belongs to
 * nobody, and is not worth a call of the quota.
 */
final class LoginForm {
  /** As in the service model, {@code UsernameType}. */
  private static final Pattern USERNAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}");

  /** The longest password that a pool can have (Cognito developer guide, quotas). */
  private static final int LONGEST_PASSWORD = 256;

  private LoginForm() {}

  static boolean canBeALogin(String login) {
    return USERNAME.matcher(login).matches();
  }

  static boolean canBeAPassword(String password) {
    return !password.isEmpty() && password.length() <= LONGEST_PASSWORD;
  }
}
