package dev.sluice.api;

/** How an owner has chosen to move users. */
public enum MigrationMode {
  /** All profiles at once; every user must set a new password. */
  BULK,
  /** Each profile with its password at its owner's next login. */
  SLOW,
  /** All profiles at once with their ids kept, each password at its owner's next login. */
  HYBRID;

  /** Returns whether the source is asked about passwords at first logins. */
  public boolean asksForPasswords() {
    return this != BULK;
  }

  /** Returns whether profiles are written before their owners log in. */
  public boolean writesProfilesFirst() {
    return this != SLOW;
  }
}
