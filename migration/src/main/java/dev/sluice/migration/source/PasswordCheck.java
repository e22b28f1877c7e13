package dev.sluice.migration.source;

/** Asks the source whether a password is right. Safe for use by many threads. */
public interface PasswordCheck {

  /**
   * Never throws for anything the source or the network does: what proves nothing is {@link
   * Verdict.NoVerdict}. Tokens that the source gives are revoked.
   */
  Verdict check(PasswordAttempt attempt);
}
