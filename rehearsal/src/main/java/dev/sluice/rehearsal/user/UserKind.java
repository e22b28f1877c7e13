package dev.sluice.rehearsal.user;

/**
 * What is special about a made-up user.
 *
 * <p>Users come in blocks of {@value #BLOCK}; each block holds the same kinds in another order, so
 * a kind's {@link #inEachBlock()} is its share in halves of a per cent.
 */
public enum UserKind {
  /** Confirmed, with a name, a verified email and mostly a phone number. */
  ORDINARY(167, false),
  /** Signed up and never confirmed: UserNotConfirmedException for any password. */
  UNCONFIRMED(1, false),
  /** PasswordResetRequiredException for any password. */
  RESET_REQUIRED(1, false),
  /** Imported from a file and never reset: "Incorrect username or password." for any password. */
  IMPORTED(1, false),
  /** Made by an administrator; the password is a temporary one. */
  FORCE_CHANGE(1, false),
  /** Made by an administrator; the temporary password has expired. */
  FORCE_CHANGE_EXPIRED(1, false),
  /** "User is disabled." */
  DISABLED(2, false),
  MFA_SMS(1, false),
  MFA_EMAIL(1, false),
  MFA_TOTP(1, false),
  MFA_SEVERAL(1, false),
  MFA_SETUP(1, false),
  FEDERATED_GOOGLE(1, false),
  FEDERATED_FACEBOOK(1, false),
  FEDERATED_APPLE(1, false),
  FEDERATED_AMAZON(1, false),
  FEDERATED_SAML(1, false),
  FEDERATED_OIDC(1, false),
  /** A native user linked to an external identity; the next in its block is the older profile. */
  LINKED(1, true),
  /** The federated profile that existed before its native user was linked to it. */
  LINKED_EARLIER_PROFILE(1, true),
  /** Shares its email with the next in its block, and has verified it. */
  DUPLICATE_EMAIL_OWNER(1, true),
  /** Shares its email with another user and never verified it. */
  DUPLICATE_EMAIL_OTHER(1, true),
  /** Neither email nor phone. */
  NO_EMAIL(1, false),
  UNVERIFIED_EMAIL(1, false),
  /** A verified phone number and no email. */
  PHONE_ONLY(1, false),
  /** Its username differs from the next one's only by case (in case-sensitive pools). */
  CASE_TWIN_LOWER(1, true),
  CASE_TWIN_UPPER(1, true),
  /** Name, username and password in other scripts than Latin. */
  MANY_SCRIPTS(2, false),
  /** Attribute values that break careless programs. */
  HOSTILE_VALUES(2, false),
  /** An email with a plus sign. */
  PLUS_SIGN(1, false),
  /** A username of 128 characters and a password of 256, Cognito's bounds. */
  LONGEST_NAMES(1, false);

  /** How many users a block has. */
  public static final int BLOCK = 200;

  private final int inEachBlock;
  private final boolean paired;

  UserKind(int inEachBlock, boolean paired) {
    this.inEachBlock = inEachBlock;
    this.paired = paired;
  }

  /** Returns how many of {@value #BLOCK} users are of this kind. */
  public int inEachBlock() {
    return inEachBlock;
  }

  /** Returns the first of its places in a block, counted from 0 in the order of the kinds. */
  int firstSlot() {
    int slot = 0;
    for (UserKind kind : values()) {
      if (kind == this) {
        break;
      }
      slot += kind.inEachBlock;
    }
    return slot;
  }

  boolean isPaired() {
    return paired;
  }

  /** Returns whether a user of this kind is the first of a pair, followed by its mate. */
  boolean isFirstOfPair() {
    return this == LINKED || this == DUPLICATE_EMAIL_OWNER || this == CASE_TWIN_LOWER;
  }

  boolean isFederated() {
    return name().startsWith("FEDERATED_") || this == LINKED_EARLIER_PROFILE;
  }
}
