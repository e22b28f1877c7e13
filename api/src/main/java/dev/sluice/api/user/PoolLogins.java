package dev.sluice.api.user;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people type to log in to a pool; {@code docs/logins.md} has the rules as a table.
 *
 * @param instead email, phone_number: these are the login in place of a username, verified or not
 *     (Cognito's {@code UsernameAttributes}); empty where people have usernames
 * @param besides email, phone_number, preferred_username: a login besides the username, of the
 *     person who has verified it (Cognito's {@code AliasAttributes})
 * @param caseSensitive whether two usernames may differ by case alone
 */
public record PoolLogins(Set<String> instead, Set<String> besides, boolean caseSensitive) {
  private static final String EMAIL = "email";
  private static final String PHONE = "phone_number";

  /** Nothing is known: a user whose username is a generated id logs in by either address. */
  public static final PoolLogins UNKNOWN = new PoolLogins(Set.of(EMAIL, PHONE), Set.of(), true);

  public PoolLogins {
    instead = Set.copyOf(instead);
    besides = Set.copyOf(besides);
  }

  public boolean withEmail() {
    return instead.contains(EMAIL) || besides.contains(EMAIL);
  }

  public boolean withPhoneNumber() {
    return instead.contains(PHONE) || besides.contains(PHONE);
  }

  public String usernameOf(UserRecord user) {
    return usernameOf(
        user.id(), user.username(), user.email(), user.emailVerified(), user.phoneNumber());
  }

  /**
   * Returns what a user types in place of a username that is a generated id, or else the username.
   * Where either address may be the login, and the user has both, it is the one that is verified;
   * if both are, the email address, since a verified phone number is a login too; if neither is,
   * the phone number, since an email address is a login too.
   *
   * @param username the pool's own name for the user
   */
  public String usernameOf(
      UserId id,
      String username,
      @Nullable String email,
      boolean emailVerified,
      @Nullable String phoneNumber) {
    if (instead.isEmpty() || !username.equals(id.value())) {
      return username;
    }
    @Nullable String mail = instead.contains(EMAIL) ? email : null;
    @Nullable String phone = instead.contains(PHONE) ? phoneNumber : null;
    if (mail == null || phone == null) {
      return mail != null ? mail : phone != null ? phone : username;
    }
    return emailVerified ? mail : phone;
  }
}
