package dev.sluice.migration.target;

/** What a target can do for a user, as data: what is claimed is tested by the target contract. */
public enum TargetCapability {
  KEEPS_ID,
  KEEPS_CREATION_TIME,
  GROUPS,
  EXTERNAL_IDENTITIES,
  VERIFIED_FLAGS,
  MUST_RESET_FLAG,
  SECOND_FACTOR_FLAG,
  /** The target asks the gateway about passwords of users who were written without one. */
  FIRST_LOGIN_OF_WRITTEN_USERS,
  /** The target asks the gateway about logins that it does not know, and creates the user. */
  FIRST_LOGIN_OF_UNKNOWN_USERS,
  /** Users who have not moved yet can be changed, and nobody else. */
  UPDATES,
  /** Users who have not moved yet can be removed, and nobody else. */
  REMOVES;

  /** How a target that does not claim this refuses a user who needs it. */
  public String refusal() {
    return "This target does not do " + this + ", and the user needs it.";
  }
}
