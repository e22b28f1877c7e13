package dev.sluice.api.target;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The capabilities that a user requires of a target. */
public final class Needs {
  /** What profiles may need, whatever the mode. */
  public static final List<TargetCapability> OF_PROFILES =
      List.of(
          TargetCapability.KEEPS_ID,
          TargetCapability.KEEPS_CREATION_TIME,
          TargetCapability.GROUPS,
          TargetCapability.EXTERNAL_IDENTITIES,
          TargetCapability.VERIFIED_FLAGS,
          TargetCapability.SECOND_FACTOR_FLAG);

  private Needs() {}

  /** Returns what a target must claim for this user to be written to it. */
  public static Set<TargetCapability> of(PlannedUser user) {
    Set<TargetCapability> needs = ofProfile(user);
    switch (user.firstPassword()) {
      case AT_FIRST_LOGIN -> needs.add(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS);
      case MUST_RESET -> needs.add(TargetCapability.MUST_RESET_FLAG);
      case NONE -> {}
    }
    return needs;
  }

  /**
   * Returns the same as {@link #of}, without how the user gets a password, which an update leaves
   * as it is.
   */
  public static Set<TargetCapability> ofProfile(PlannedUser user) {
    Set<TargetCapability> needs = EnumSet.noneOf(TargetCapability.class);
    if (!user.groups().isEmpty()) {
      needs.add(TargetCapability.GROUPS);
    }
    if (!user.identities().isEmpty()) {
      needs.add(TargetCapability.EXTERNAL_IDENTITIES);
    }
    if (user.obligations().contains(RequiredAction.SECOND_FACTOR)) {
      needs.add(TargetCapability.SECOND_FACTOR_FLAG);
    }
    return needs;
  }

  /** Returns the capability without which no user could move in this mode. */
  public static TargetCapability of(MigrationMode mode) {
    return switch (mode) {
      case BULK -> TargetCapability.MUST_RESET_FLAG;
      case SLOW -> TargetCapability.FIRST_LOGIN_OF_UNKNOWN_USERS;
      case HYBRID -> TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS;
    };
  }

  /** Returns why this target does not support this mode, and what to do; empty when it does. */
  public static Optional<String> obstacle(MigrationMode mode, TargetDescription target) {
    TargetCapability need = of(mode);
    return target.capabilities().contains(need)
        ? Optional.empty()
        : Optional.of(
            "The target %s does not claim to %s (%s), which mode: %s needs. %s"
                .formatted(
                    target.name(),
                    need.deed(),
                    need,
                    mode.name().toLowerCase(Locale.ROOT),
                    need.remedy()));
  }

  /** Returns the first of these needs that is not claimed. */
  static Optional<TargetCapability> unmet(
      Set<TargetCapability> needs, Set<TargetCapability> claims) {
    return needs.stream().filter(need -> !claims.contains(need)).findFirst();
  }
}
