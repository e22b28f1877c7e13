package dev.sluice.keycloak.gateway;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a login is refused, as far as it changes what the user must do. */
public enum Refusal {
  /** The old system was asked, and the password is wrong. */
  WRONG(null),
  /** No user has the login; the old system may not have been asked. */
  UNKNOWN_USER(null),
  /** The login's user has moved, so the old system was not asked. */
  ALREADY_MOVED(null),
  /** Too many wrong passwords: for a while, even the right one is refused. */
  LOCKED("sluiceTryLater"),
  /** The old system requires a new password, whatever was typed. */
  RESET_REQUIRED("sluiceResetRequired"),
  /** The sign-up was never confirmed. */
  NOT_CONFIRMED("sluiceNotConfirmed"),
  /** The first password, sent by an administrator, is too old. */
  TEMPORARY_PASSWORD_EXPIRED("sluiceTemporaryPasswordExpired");

  private final Optional<String> messageKey;

  Refusal(@Nullable String messageKey) {
    this.messageKey = Optional.ofNullable(messageKey);
  }

  /**
   * Tells whether it says nothing against the password, and so does not count as a failed login.
   */
  public boolean isNoFailure() {
    return messageKey.isPresent();
  }

  /** Returns the message to show instead of Keycloak's own if refusals are explained. */
  public Optional<String> messageKey() {
    return messageKey;
  }

  static Refusal named(String reason) {
    String name = reason.replace('-', '_').toUpperCase(Locale.ROOT);
    for (Refusal refusal : values()) {
      if (refusal.name().equals(name)) {
        return refusal;
      }
    }
    return WRONG;
  }
}
