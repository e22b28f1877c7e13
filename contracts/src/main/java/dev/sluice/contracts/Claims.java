package dev.sluice.contracts;

import dev.sluice.migration.target.TargetCapability;
import dev.sluice.migration.user.FirstPassword;
import dev.sluice.migration.user.Obligation;
import dev.sluice.migration.user.PlannedUser;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a user asks of a target, and what a target says that has not claimed to do it. */
final class Claims {
  private Claims() {}

  /** How every target refuses what it does not claim. */
  static String refusal(TargetCapability missing) {
    return missing.refusal();
  }

  /** The first capability that this user needs and that is not claimed. */
  static Optional<TargetCapability> missingFor(PlannedUser user, Set<TargetCapability> claimed) {
    return neededBy(user).stream().filter(each -> !claimed.contains(each)).findFirst();
  }

  private static Set<TargetCapability> neededBy(PlannedUser user) {
    Set<TargetCapability> needed = EnumSet.noneOf(TargetCapability.class);
    if (!user.groups().isEmpty()) {
      needed.add(TargetCapability.GROUPS);
    }
    if (!user.identities().isEmpty()) {
      needed.add(TargetCapability.EXTERNAL_IDENTITIES);
    }
    if (user.firstPassword() == FirstPassword.MUST_RESET) {
      needed.add(TargetCapability.MUST_RESET_FLAG);
    }
    if (user.firstPassword() == FirstPassword.AT_FIRST_LOGIN) {
      needed.add(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS);
    }
    if (user.obligations().contains(Obligation.SECOND_FACTOR)) {
      needed.add(TargetCapability.SECOND_FACTOR_FLAG);
    }
    return needed;
  }
}
