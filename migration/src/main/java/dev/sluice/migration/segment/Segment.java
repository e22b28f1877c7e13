package dev.sluice.migration.segment;

import dev.sluice.api.user.UserRecord;
import java.time.Instant;

/**
 * A part of the users that moves in its own wave.
 *
 * @param name what the operator calls it: small letters, digits and hyphens
 */
public record Segment(String name, Condition condition) {

  /**
   * Returns whether a user is in it.
   *
   * @param user with groups
   * @param now the time at which ages are computed; the same for all users in one run
   */
  public boolean contains(UserRecord user, Instant now) {
    return Conditions.hold(condition, new Membership(user, now)::fulfils);
  }

  /**
   * Returns a description of its users, such as {@code in group beta and email at example.org}. Two
   * segments with the same words have the same users.
   */
  public String words() {
    return ConditionWords.of(condition);
  }
}
