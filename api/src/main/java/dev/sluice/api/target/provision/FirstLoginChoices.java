package dev.sluice.api.target.provision;

/**
 * What the operator has chosen for first logins, as far as the target carries it out.
 *
 * @param weakPassword what becomes of a proven password that the target's policy would not let
 *     anybody choose
 * @param refusals what somebody is told who is not let in
 * @param secondFactor what becomes of those who have proven both factors of the source
 * @param resetWithSecondFactor whether a mailed link may stand in for both
 */
public record FirstLoginChoices(
    WeakPassword weakPassword,
    Refusals refusals,
    SecondFactor secondFactor,
    ResetWithSecondFactor resetWithSecondFactor) {
  /**
   * Nobody who knows the old password notices anything, strangers learn nothing, and nobody comes
   * to have fewer factors than before.
   */
  public static final FirstLoginChoices DEFAULT =
      new FirstLoginChoices(
          WeakPassword.ACCEPT, Refusals.ALIKE, SecondFactor.ENROL, ResetWithSecondFactor.REFUSE);

  /** Its owner is let in either way. */
  public enum WeakPassword {
    ACCEPT,
    /** A new one is owed at once. */
    REQUIRE_NEW
  }

  /** Whether a refusal tells what only the old system knows, to whoever typed any password. */
  public enum Refusals {
    /** One text for everybody, also for logins that nobody has. */
    ALIKE,
    /** Whoever must act is told so; a stranger learns that the account exists. */
    EXPLAINED
  }

  /** Nobody who had a second factor is let in with one. */
  public enum SecondFactor {
    /** A second factor is set up at the target at once. */
    ENROL,
    /** The old ones may be used a while longer; until then the source stays in charge. */
    KEEP
  }

  /** A link proves a mailbox, and nothing else. */
  public enum ResetWithSecondFactor {
    /** None is mailed: an administrator helps. */
    REFUSE,
    /** One is mailed, and a second factor is set up before anybody is let in. */
    ENROL
  }
}
