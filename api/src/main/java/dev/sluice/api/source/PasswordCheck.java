package dev.sluice.api.source;

/** Asks the source whether a password is right. Safe for use by many threads. */
public interface PasswordCheck {

  /**
   * Never throws for anything the source or the network does: what proves nothing is {@link
   * Verdict.NoVerdict}. Tokens that the source gives are revoked.
   */
  Verdict check(PasswordAttempt attempt);

  /**
   * Answers a challenge that {@link #check} has given. Never throws for anything the source or the
   * network does. Tokens that the source gives are revoked. Whoever gives no challenges need not
   * answer any.
   */
  default FactorVerdict answer(FactorAttempt attempt) {
    return new FactorVerdict.NoVerdict(
        NoVerdictReason.MISCONFIGURED, null, "This source answers no second factors.");
  }
}
