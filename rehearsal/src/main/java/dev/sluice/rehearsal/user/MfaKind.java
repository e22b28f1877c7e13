package dev.sluice.rehearsal.user;

import java.util.List;

/** The second factor that a user is asked for after the password. */
public enum MfaKind {
  NONE(""),
  SMS("SMS_MFA"),
  EMAIL("EMAIL_OTP"),
  TOTP("SOFTWARE_TOKEN_MFA"),
  /** Has two factors and prefers none, so that the pool asks which one. */
  SEVERAL("SELECT_MFA_TYPE"),
  /** Must set up a factor before the first tokens, as in a pool that requires MFA. */
  SETUP("MFA_SETUP");

  private final String challenge;

  MfaKind(String challenge) {
    this.challenge = challenge;
  }

  /** Returns the challenge's name on the wire; empty for {@link #NONE}. */
  public String challenge() {
    return challenge;
  }

  /** Returns what AdminGetUser returns as {@code UserMFASettingList}. */
  public List<String> settings() {
    return switch (this) {
      case NONE, SETUP -> List.of();
      case SMS, EMAIL, TOTP -> List.of(challenge);
      case SEVERAL -> List.of(SMS.challenge, TOTP.challenge);
    };
  }
}
