package dev.sluice.api.source;

import java.time.Duration;
import java.util.Optional;

/** Asks the source whether a password is right. Safe for use by many threads. */
public interface PasswordCheck {

  /**
   * Checks a password. Never throws for anything the source or the network does: an attempt that
   * proves nothing is {@link Verdict.NoVerdict}. Tokens that the source issues are revoked.
   */
  Verdict check(PasswordAttempt attempt);

  /**
   * Returns when to come back if the source cannot be asked within this time, because too many
   * others wait; empty if it can, as far as is known. Costs nothing, so it is asked before anything
   * else is done for a login.
   */
  default Optional<Duration> busy(Duration budget) {
    return Optional.empty();
  }

  /**
   * Answers a challenge that {@link #check} has returned. Never throws for anything the source or
   * the network does. Tokens that the source issues are revoked. A source that gives no challenges
   * need not implement this.
   */
  default FactorVerdict answer(FactorAttempt attempt) {
    return new FactorVerdict.NoVerdict(
        NoVerdictReason.MISCONFIGURED, null, "This source does not answer second factors.");
  }
}
