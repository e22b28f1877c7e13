package dev.sluice.rehearsal.user;

/**
 * What is hostile about a made-up user: Cognito takes it, and whoever moves it to another system
 * stumbles. Most are about the owner, an ordinary user whose address or name they have too.
 *
 * <p>Of profiles with one address, the last to verify it owns it as a login; earlier profiles keep
 * the address, and often the flag (aws-sdk-ios#515, amazon-cognito-identity-js#148 and #511,
 * amplify-js#369). An address that is no login may be many users'.
 */
public enum HostileKind {
  /** A sign-up that was given up, with the owner's email. */
  DEAD_EMAIL_UNCONFIRMED,
  /**
   * Confirmed, with the owner's email unverified; in a pool that takes both addresses it logs in by
   * phone (ministack#1194; assumed that an unverified second address may be another's).
   */
  DEAD_EMAIL_UNVERIFIED,
  /** Disabled, and verified the email before the owner did. */
  DEAD_EMAIL_DISABLED,
  /** Comes from Facebook, which gave it the owner's email; no password. */
  DEAD_EMAIL_EXTERNAL,
  /** As good as the owner in all but age; where people log in by phone alone, a family's email. */
  DEAD_EMAIL_OLDER,
  /** A sign-up that was given up, with the owner's phone number. */
  DEAD_PHONE_UNCONFIRMED,
  DEAD_PHONE_UNVERIFIED,
  /** Disabled, and verified the phone number before the owner did. */
  DEAD_PHONE_DISABLED,
  /** As good as the owner in all but age. */
  DEAD_PHONE_OLDER,
  /** The owner's email in other letters, verified earlier. */
  EMAIL_CASE_TWIN,
  /**
   * Its username is the email of another; impossible where email is an alias ("Username cannot be
   * of email format", amplify-js#8800).
   */
  USERNAME_IS_EMAIL,
  /** The owner's username in other letters. */
  USERNAME_CASE_TWIN,
  /**
   * A name like others if case is folded as Unicode does: sharp s, Kelvin sign, dotless i, sigma.
   */
  USERNAME_FOLDING_TWIN,
  /** A name like others once composed, decomposed or made of full width. */
  USERNAME_NORMALIZATION_TWIN,
  /**
   * Emoji, letters that look blank, and marks that a realm's profile refuses: all that the service
   * model's pattern of {@code UsernameType} takes, which are neither blanks nor control characters.
   */
  ODD_USERNAME,
  /** 128 characters that each need four bytes; the service model counts characters. */
  LONGEST_USERNAME,
  /**
   * An email that is refused by stricter checks later: two dots, a dot at either end, a long local
   * part, an underscore (keycloak#22825, exment#800). No document says what Cognito checks.
   */
  ODD_EMAIL,
  /** {@code True}, {@code TRUE} and the like, as scripts write it (amplify-js#8205 and #7917). */
  ODD_FLAGS,
  /** A link whose entry lacks its type, or has a date of another form; or an empty list of them. */
  ODD_IDENTITIES,
  /** Comes from SAML with an id full of slashes, quotes and signs; the provider chooses ids. */
  ODD_PROVIDER_ID;

  /** Returns whether Cognito can have such a user in this pool. */
  boolean isPossible(PoolShape shape) {
    SignInBy signInBy = shape.signInBy();
    return switch (this) {
      case DEAD_EMAIL_UNCONFIRMED, DEAD_EMAIL_UNVERIFIED -> signInBy != SignInBy.EMAIL;
      case DEAD_EMAIL_DISABLED, DEAD_EMAIL_OLDER ->
          signInBy.hasUsernames() || !signInBy.takesEmail();
      case DEAD_PHONE_UNCONFIRMED, DEAD_PHONE_UNVERIFIED -> signInBy != SignInBy.PHONE;
      case DEAD_PHONE_DISABLED, DEAD_PHONE_OLDER ->
          signInBy.hasUsernames() || !signInBy.takesPhone();
      case EMAIL_CASE_TWIN ->
          shape.caseSensitive() || signInBy.hasUsernames() || !signInBy.takesEmail();
      case USERNAME_IS_EMAIL -> signInBy == SignInBy.USERNAME;
      case USERNAME_CASE_TWIN, USERNAME_FOLDING_TWIN ->
          signInBy.hasUsernames() && shape.caseSensitive();
      case USERNAME_NORMALIZATION_TWIN, ODD_USERNAME, LONGEST_USERNAME -> signInBy.hasUsernames();
      case DEAD_EMAIL_EXTERNAL, ODD_EMAIL, ODD_FLAGS, ODD_IDENTITIES, ODD_PROVIDER_ID -> true;
    };
  }
}
