package dev.sluice.rehearsal.user;

/** What pools in the field have, against every document, and a rehearsal may switch on. */
public enum Oddity {
  /** Every page of users begins with the last user of the page before. */
  USERS_LISTED_TWICE,
  /** The flags of verified addresses are written in any case of letters, and with blanks. */
  FLAGS_IN_ANY_CASE,
  /** {@code identities} lack what nobody needs, and have dates in every form. */
  ODD_IDENTITIES,
  /** The sub of every 25th user begins with a letter that is no hexadecimal digit. */
  SUBS_BEYOND_HEX
}
