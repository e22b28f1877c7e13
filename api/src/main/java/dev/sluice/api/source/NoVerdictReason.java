package dev.sluice.api.source;

import java.util.Locale;

/** Why a password check proved nothing. */
public enum NoVerdictReason {
  SOURCE_THROTTLED,
  /** The source has locked this user for a while. */
  SOURCE_LOCKED_OUT,
  SOURCE_UNAVAILABLE,
  SOURCE_TIMED_OUT,
  /** A Lambda trigger of the pool failed or refused. */
  TRIGGER_FAILED,
  /** Threat protection blocked the request. */
  SOURCE_SUSPICIOUS,
  /** A firewall in front of the pool blocked the request. */
  FIREWALL,
  /** Sluice's own settings are wrong: the operator must act. */
  MISCONFIGURED,
  /** Too many attempts on this login here; another one would lock the user at the source. */
  TOO_MANY_ATTEMPTS,
  /** Sluice's own record could not be read or written. */
  LEDGER_UNAVAILABLE,
  /** The password is right, but the user cannot be brought to the target as things are. */
  NOT_MOVABLE,
  /** The target could not be asked. */
  TARGET_UNAVAILABLE;

  /** Returns its name in the gateway's protocol, such as {@code source-throttled}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
