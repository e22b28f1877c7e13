package dev.sluice.migration.target;

/**
 * What the operator has chosen for first logins, as far as the target carries it out.
 *
 * @param weakPassword what becomes of a proven password that the target's policy would not let
 *     anybody choose
 * @param refusals what somebody is told who is not let in
 */
public record FirstLoginChoices(WeakPassword weakPassword, Refusals refusals) {
  /** Nobody who knows the old password notices anything, and strangers learn nothing. */
  public static final FirstLoginChoices DEFAULT =
      new FirstLoginChoices(WeakPassword.ACCEPT, Refusals.ALIKE);

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
}
