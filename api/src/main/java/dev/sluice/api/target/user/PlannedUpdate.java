package dev.sluice.api.target.user;

import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;

/**
 * A user as the target shall have it from now on.
 *
 * @param user its creation time and its first password stay what they are at the target
 * @param mayEnable whether the source has enabled the user; otherwise a user whom the target's
 *     owner has disabled stays disabled
 */
public record PlannedUpdate(PlannedUser user, boolean mayEnable) {
  public UserId id() {
    return user.id();
  }
}
