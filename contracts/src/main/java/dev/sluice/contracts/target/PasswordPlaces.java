package dev.sluice.contracts.target;

import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.HashSet;
import java.util.Set;

/** Where the password of each user of a {@link FakeTarget} is. */
final class PasswordPlaces {
  private final Set<UserId> here = new HashSet<>();
  private final Set<UserId> unlinked = new HashSet<>();

  /** The target has the user's password now. */
  void keep(UserId id) {
    here.add(id);
  }

  boolean isHere(UserId id) {
    return here.contains(id);
  }

  /** The target no longer asks the gateway about the user. */
  void unlink(UserId id) {
    unlinked.add(id);
  }

  /** The target asks the gateway about the user again. */
  void relink(UserId id) {
    unlinked.remove(id);
  }

  void forget(UserId id) {
    here.remove(id);
    unlinked.remove(id);
  }

  boolean isInCharge(PlannedUser user) {
    return user.firstPassword() == FirstPassword.NONE || isHere(user.id());
  }

  TargetUser found(PlannedUser user) {
    boolean awaits =
        user.firstPassword() == FirstPassword.AT_FIRST_LOGIN
            && !isHere(user.id())
            && !unlinked.contains(user.id());
    return new TargetUser(user.id(), user.username(), user.enabled(), isHere(user.id()), awaits);
  }

  StoredUser read(PlannedUser user) {
    TargetUser found = found(user);
    return StoredUser.of(user).withPassword(found.hasPassword(), found.awaitsFirstLogin());
  }
}
