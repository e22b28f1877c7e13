package dev.sluice.api.target.provision;

/**
 * What the operator has chosen for first logins, as far as the target carries it out.
 *
 * @param weakPassword what happens to a proven password that the target's policy would not accept
 *     as a new one
 * @param refusals what a user who is not let in is shown
 * @param secondFactor what happens to users who have proven both factors of the source
 * @param resetWithSecondFactor whether a mailed link may stand in for both
 */
public record FirstLoginChoices(
    WeakPassword weakPassword,
    Refusals refusals,
    SecondFactor secondFactor,
    ResetWithSecondFactor resetWithSecondFactor) {
  /**
   * Users who know the old password notice nothing, strangers learn nothing, and no user ends up
   * with fewer factors than before.
   */
  public static final FirstLoginChoices DEFAULT =
      new FirstLoginChoices(
          WeakPassword.ACCEPT, Refusals.ALIKE, SecondFactor.ENROL, ResetWithSecondFactor.REFUSE);

  /** The user is let in either way. */
  public enum WeakPassword {
    ACCEPT,
    /** The user must set a new one at once. */
    REQUIRE_NEW
  }

  /** Whether a refusal reveals what only the old system knows, to anyone who types any password. */
  public enum Refusals {
    /** The same text for every login, also for logins that no user has. */
    ALIKE,
    /** A user who must act is told what to do; a stranger learns that the account exists. */
    EXPLAINED
  }

  /** A user who had a second factor is never let in with one factor alone. */
  public enum SecondFactor {
    /** The user sets up a second factor at the target at once. */
    ENROL,
    /** The old ones may be used a while longer; until then the source stays in charge. */
    KEEP
  }

  /** A link proves access to a mailbox, and nothing else. */
  public enum ResetWithSecondFactor {
    /** No link is mailed: an administrator helps. */
    REFUSE,
    /** A link is mailed, and the user must set up a second factor before being let in. */
    ENROL
  }
}
