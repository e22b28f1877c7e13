package dev.sluice.migration.segment;

import dev.sluice.api.ledger.LoginKey;
import dev.sluice.api.user.UserRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A list of logins: usernames, email addresses, phone numbers or ids, in any case, as the ledger
 * compares them.
 *
 * <p>It keeps 8 bytes of a hash a login, as the ledger does. With a list of a million, one in a
 * million million users who are not in it is taken for a member.
 */
public final class LoginList {
  private final String name;
  private final long[] keys;

  private LoginList(String name, long[] keys) {
    this.name = name;
    this.keys = keys;
  }

  /**
   * Returns a list of these logins.
   *
   * @param name what the operator calls it
   */
  public static LoginList of(String name, Collection<String> logins) {
    return new LoginList(
        name, logins.stream().mapToLong(LoginKey::of).sorted().distinct().toArray());
  }

  /**
   * Reads a file with one login a line; blank lines and lines that begin with {@code #} are
   * skipped.
   *
   * @param name what the operator calls it, such as the path as it was written
   * @throws LoginListException when it cannot be read, is too large, or has lines that are no
   *     logins
   */
  public static LoginList read(String name, Path file) {
    return new LoginList(name, new LoginLines(name).read(file));
  }

  public String name() {
    return name;
  }

  /** Returns how many different logins there are. */
  public int size() {
    return keys.length;
  }

  /** Returns whether one of the user's logins, or its id, is in the list. */
  boolean names(UserRecord user) {
    return has(user.id().value())
        || has(user.username())
        || has(user.email())
        || has(user.phoneNumber());
  }

  private boolean has(@Nullable String login) {
    return login != null && Arrays.binarySearch(keys, LoginKey.of(login)) >= 0;
  }

  /** Returns text that tells a list from another of the same name. */
  String inBrackets() {
    String print = HexFormat.of().toHexDigits(Arrays.hashCode(keys));
    return String.format(Locale.ROOT, " (%,d logins, %s)", keys.length, print);
  }

  @Override
  public String toString() {
    return name + inBrackets();
  }
}
