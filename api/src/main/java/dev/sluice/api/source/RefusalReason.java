package dev.sluice.api.source;

import java.util.Locale;

/** Why the source does not let a user in. */
public enum RefusalReason {
  /** Wrong password or unknown user: a source that hides who exists does not tell which. */
  WRONG_PASSWORD,
  UNKNOWN_USER,
  DISABLED,
  /** Said for any password, so it proves nothing about this one. */
  RESET_REQUIRED,
  /** Said for any password, so it proves nothing about this one. */
  NOT_CONFIRMED,
  TEMPORARY_PASSWORD_EXPIRED,
  /** The target is in charge of this user, so the source is not asked. */
  ALREADY_MOVED,
  /** The code of a second factor is wrong, or was used already; another may be tried. */
  WRONG_CODE,
  /** A second factor was answered too late, or twice: the user has to begin with the password. */
  CHALLENGE_EXPIRED,
  /** The password is right, but nobody asks for the second factor that the source wants too. */
  SECOND_FACTOR;

  /** Its name in the gateway's protocol, such as {@code wrong-password}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
