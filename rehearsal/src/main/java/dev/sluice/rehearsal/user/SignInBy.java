package dev.sluice.rehearsal.user;

/** What people type to log in; fixed when a pool is created. */
public enum SignInBy {
  /** A username; a verified email or phone works too (AliasAttributes). */
  USERNAME_OR_VERIFIED_ALIAS,
  /** An email or phone; the username is generated and equals the sub (UsernameAttributes). */
  EMAIL_OR_PHONE
}
