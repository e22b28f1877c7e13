package dev.sluice.migration.ledger.jdbc.row;

import dev.sluice.api.ledger.LoginKey;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A user's logins as they are stored.
 *
 * @param username null when it is the id, as it is in pools whose users log in by email: that saves
 *     a quarter of the file
 * @param standing null when it is not known
 */
record Logins(
    @Nullable String username,
    @Nullable String email,
    @Nullable String phone,
    @Nullable Long standing) {

  static Logins of(UserIdentifiers user) {
    String username = StorableText.of(user.username());
    return new Logins(
        isTheId(username, user.id()) ? null : username,
        StorableText.ofNullable(user.email()),
        StorableText.ofNullable(user.phoneNumber()),
        user.standing().equals(Standing.UNKNOWN) ? null : user.standing().packed());
  }

  /**
   * Returns whether the id can stand for the username; only an id in one case can, so that it is
   * found in any case.
   */
  private static boolean isTheId(String username, UserId id) {
    return username.equals(id.value()) && LoginKey.inOneCase(username).equals(username);
  }

  Rows.Columns bind(Rows.Columns row) {
    return row.text(username)
        .text(email)
        .text(phone)
        .number(LoginKey.ofNullable(username))
        .number(LoginKey.ofNullable(email))
        .number(LoginKey.ofNullable(phone))
        .number(standing);
  }
}
