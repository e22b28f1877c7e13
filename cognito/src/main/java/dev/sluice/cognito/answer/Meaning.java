package dev.sluice.cognito.answer;

/** What an error of Cognito's says, whichever call it answers. */
public enum Meaning {
  /** Wrong password or unknown user, or a login or password that Cognito cannot even take. */
  WRONG_PASSWORD,
  UNKNOWN_USER,
  DISABLED,
  RESET_REQUIRED,
  NOT_CONFIRMED,
  TEMPORARY_PASSWORD_EXPIRED,
  WRONG_CODE,
  /** The code was used already, or is too old. */
  CODE_USED_UP,
  /** The session of a challenge is used up, too old or unknown. */
  CHALLENGE_EXPIRED,
  THROTTLED,
  /** This user is locked for a while. */
  LOCKED_OUT,
  /** Threat protection blocked the request. */
  SUSPICIOUS,
  /** A Lambda trigger of the pool failed or refused. */
  TRIGGER_FAILED,
  /** A firewall in front of the pool blocked the request. */
  FIREWALL,
  CREDENTIALS_REFUSED,
  NOT_ALLOWED,
  /** The pool, the app client, the group or whatever the call is about does not exist. */
  NOT_THERE,
  /** Sluice's settings, or the pool's, do not let the call succeed. */
  MISCONFIGURED,
  /** The position of a page is no longer known. */
  POSITION_REFUSED,
  /** Cognito could not answer now. */
  UNAVAILABLE,
  /** An answer that the table does not have; it proves nothing. */
  UNKNOWN
}
