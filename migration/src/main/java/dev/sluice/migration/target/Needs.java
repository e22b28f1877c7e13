package dev.sluice.migration.target;

import dev.sluice.migration.user.Obligation;
import dev.sluice.migration.user.PlannedUser;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a user asks of a target. */
public final class Needs {
  private Needs() {}

  /** What must be claimed by a target to which this user is written. */
  public static Set<TargetCapability> of(PlannedUser user) {
    Set<TargetCapability> needs = ofProfile(user);
    switch (user.firstPassword()) {
      case AT_FIRST_LOGIN -> needs.add(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS);
      case MUST_RESET -> needs.add(TargetCapability.MUST_RESET_FLAG);
      case NONE -> {}
    }
    return needs;
  }

  /** As {@link #of}, without the way to a password, which an update leaves as it is. */
  public static Set<TargetCapability> ofProfile(PlannedUser user) {
    Set<TargetCapability> needs = EnumSet.noneOf(TargetCapability.class);
    if (!user.groups().isEmpty()) {
      needs.add(TargetCapability.GROUPS);
    }
    if (!user.identities().isEmpty()) {
      needs.add(TargetCapability.EXTERNAL_IDENTITIES);
    }
    if (user.obligations().contains(Obligation.SECOND_FACTOR)) {
      needs.add(TargetCapability.SECOND_FACTOR_FLAG);
    }
    return needs;
  }

  /** The first of these needs that is not claimed. */
  static Optional<TargetCapability> unmet(
      Set<TargetCapability> needs, Set<TargetCapability> claims) {
    return needs.stream().filter(need -> !claims.contains(need)).findFirst();
  }
}
