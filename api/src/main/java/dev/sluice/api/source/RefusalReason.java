package dev.sluice.api.source;

import java.util.Locale;

/** Why the source does not let a user in. */
public enum RefusalReason {
  /** Wrong password or unknown user: a source that hides which users exist does not say which. */
  WRONG_PASSWORD,
  UNKNOWN_USER,
  DISABLED,
  /** The source says so for any password, so it proves nothing about this one. */
  RESET_REQUIRED,
  /** The source says so for any password, so it proves nothing about this one. */
  NOT_CONFIRMED,
  TEMPORARY_PASSWORD_EXPIRED,
  /** The target is in charge of this user, so the source is not asked. */
  ALREADY_MOVED,
  /** The code of a second factor is wrong, or was used already; another may be tried. */
  WRONG_CODE,
  /**
   * A second factor was answered too late, or twice: the user has to begin again with the password.
   */
  CHALLENGE_EXPIRED,
  /**
   * The password is right, but the source also wants a second factor, and there is no way here to
   * ask the user for it.
   */
  SECOND_FACTOR;

  /** Returns its name in the gateway's protocol, such as {@code wrong-password}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
