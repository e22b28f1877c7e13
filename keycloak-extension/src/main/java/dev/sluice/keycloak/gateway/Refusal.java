package dev.sluice.keycloak.gateway;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why nobody is let in, as far as it changes what the person has to do. */
public enum Refusal {
  /** The usual: the old system was asked, and the password is wrong. */
  WRONG(null),
  /** Nobody has the login; the old system need not have been asked. */
  UNKNOWN_USER(null),
  /** Whoever has the login has moved, so that the old system was not asked. */
  ALREADY_MOVED(null),
  /** Too many wrong passwords: for a while the right one lets nobody in either. */
  LOCKED("sluiceTryLater"),
  /** The old system demands a new password, whatever was typed. */
  RESET_REQUIRED("sluiceResetRequired"),
  /** The sign-up was never confirmed. */
  NOT_CONFIRMED("sluiceNotConfirmed"),
  /** The first password, sent by an administrator, is too old. */
  TEMPORARY_PASSWORD_EXPIRED("sluiceTemporaryPasswordExpired");

  private final Optional<String> messageKey;

  Refusal(@Nullable String messageKey) {
    this.messageKey = Optional.ofNullable(messageKey);
  }

  /** Whether it says nothing against the password, and so counts against nobody. */
  public boolean isNoFailure() {
    return messageKey.isPresent();
  }

  /** The message to show in place of Keycloak's own, where refusals are explained. */
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
