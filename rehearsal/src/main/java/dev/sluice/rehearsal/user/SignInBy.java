package dev.sluice.rehearsal.user;

/**
 * What people type to log in; fixed when a pool is created.
 *
 * <p>In pools with {@code UsernameAttributes} the username is generated and equals the sub; the
 * address is a login even unverified (developer guide, "Customizing sign-in attributes").
 */
public enum SignInBy {
  /** A username and nothing else. */
  USERNAME(true, false, false),
  /** A username; a verified email or phone works too (AliasAttributes). */
  USERNAME_OR_VERIFIED_ALIAS(true, true, true),
  /** An email or phone; the username is generated and equals the sub (UsernameAttributes). */
  EMAIL_OR_PHONE(false, true, true),
  /** An email; a phone number is an attribute like others (UsernameAttributes). */
  EMAIL(false, true, false),
  /** A phone number; an email is an attribute like others, and may be many users' (as above). */
  PHONE(false, false, true);

  private final boolean usernames;
  private final boolean email;
  private final boolean phone;

  SignInBy(boolean usernames, boolean email, boolean phone) {
    this.usernames = usernames;
    this.email = email;
    this.phone = phone;
  }

  /** Returns whether people have usernames; otherwise the pool generates them. */
  public boolean hasUsernames() {
    return usernames;
  }

  /** Returns whether an email is a login, alone or besides. */
  public boolean takesEmail() {
    return email;
  }

  /** Returns whether a phone number is a login, alone or besides. */
  public boolean takesPhone() {
    return phone;
  }
}
