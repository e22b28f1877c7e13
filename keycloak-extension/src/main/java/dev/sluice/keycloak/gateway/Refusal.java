package dev.sluice.keycloak.gateway;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why nobody is let in, as far as it changes what the person has to do. */
public enum Refusal {
  /** The usual: wrong password, or no such user. */
  WRONG(null),
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

  /** The message to show in place of Keycloak's own. */
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
