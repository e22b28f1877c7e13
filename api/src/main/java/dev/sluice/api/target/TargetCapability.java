package dev.sluice.api.target;

/**
 * What a target can do for a user, as data. The target contract tests every capability that is
 * claimed. {@link ClaimedTarget} refuses a user who needs one that is not claimed, with cause and
 * remedy.
 */
public enum TargetCapability {
  KEEPS_ID(
      "keep the user's id",
      "The id at the target is the user's id at the source, so tokens name the same person"
          + " as before.",
      "Let applications read the old id from where the target keeps it, as its page says."),
  KEEPS_CREATION_TIME(
      "keep the creation time",
      "The user stays as old as at the source.",
      "Users look as old as the import; sluice export keeps the time in an archive."),
  GROUPS(
      "keep groups",
      "Users are in the same groups, which are created where they are missing.",
      "Move users outside of groups alone (sluice bulk --only SEGMENT), or choose a target that"
          + " has groups."),
  EXTERNAL_IDENTITIES(
      "keep accounts at other providers",
      "Users who sign in through Google, SAML and the like are the same users at the target.",
      "Move users without such accounts alone (sluice bulk --only SEGMENT), or choose a target"
          + " that keeps them."),
  VERIFIED_FLAGS(
      "keep addresses verified",
      "An email address or phone number that was verified stays so.",
      "Users verify their addresses again at the target."),
  MUST_RESET_FLAG(
      "make a user set a new password",
      "A user without a password sets one before anything else.",
      "Set mode: hybrid or mode: slow in sluice.yaml if the target asks about passwords, or"
          + " choose another target."),
  SECOND_FACTOR_FLAG(
      "make a user set up a second factor",
      "A user who had a second factor sets up a new one at the next login.",
      "Require second factors by the target's own policy, or choose another target."),
  /** The target asks the gateway about passwords of users who were written without one. */
  FIRST_LOGIN_OF_WRITTEN_USERS(
      "ask about passwords of existing users",
      "At the first login of a user who was written without a password, the target asks the"
          + " gateway whether the old one is right; mode: hybrid needs it.",
      "Set mode: bulk in sluice.yaml, or mode: slow if the target asks about users whom it"
          + " does not know."),
  /** The target asks the gateway about logins that it does not know, and creates the user. */
  FIRST_LOGIN_OF_UNKNOWN_USERS(
      "ask about unknown logins",
      "At the login of a user whom it does not know, the target asks the gateway and creates"
          + " the user; mode: slow needs it.",
      "Set mode: bulk in sluice.yaml, or mode: hybrid if the target asks about existing users."),
  /** Users who have not moved yet can be changed, and no others. */
  UPDATES(
      "change users who have not moved",
      "The command sluice sync brings over what has changed in the pool; users who"
          + " have moved stay as they are.",
      "Allow no changes to profiles in the pool until the migration is done; sluice bulk"
          + " --execute brings new users."),
  /** Users who have not moved yet can be removed, and no others. */
  REMOVES(
      "remove users who have not moved",
      "The command sluice sync removes users who were deleted in the pool; users"
          + " who have moved stay.",
      "At the target, remove users by hand who were deleted in the pool."),
  /**
   * Users without a password who were cut off from the source can await their first login again.
   */
  RELINKS(
      "let users ask for old passwords again",
      "The command sluice bulk --repair-missing lets users log in by their old passwords again"
          + " whom something at the target has cut off from the pool.",
      "At the target, set a new password for users who were cut off."),
  /** Whole users can be read, and users who await their first login can be listed. */
  READS_BACK(
      "return whole users",
      "The command sluice verify can compare every user with the pool, field by field.",
      "Compare some users by hand, with the target's own tools.");

  private final String deed;
  private final String meaning;
  private final String remedy;

  TargetCapability(String deed, String meaning, String remedy) {
    this.deed = deed;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Returns what a target with it can do, in a few words: "keep groups". */
  public String deed() {
    return deed;
  }

  /** Returns what it means to users or to the owner of a migration, as a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Returns what to do where it is not claimed, as a sentence. */
  public String remedy() {
    return remedy;
  }

  /** Returns the reason by which a target that does not claim this refuses a user who needs it. */
  public String refusal() {
    return "The target does not claim to "
        + deed
        + " ("
        + name()
        + "), and the user needs it. "
        + remedy;
  }
}
