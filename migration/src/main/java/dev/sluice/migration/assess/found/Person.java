package dev.sluice.migration.assess.found;

import dev.sluice.api.user.UserRecord;

/**
 * Enough of a user to find it in the pool.
 *
 * @param sub the user's id
 */
public record Person(String sub, String username) {
  public static Person of(UserRecord user) {
    return new Person(user.id().value(), user.username());
  }
}
