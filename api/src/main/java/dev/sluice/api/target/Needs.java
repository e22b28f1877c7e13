package dev.sluice.api.target;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a user asks of a target. */
public final class Needs {
  /** What profiles may need, whatever the way. */
  public static final List<TargetCapability> OF_PROFILES =
      List.of(
          TargetCapability.KEEPS_ID,
          TargetCapability.KEEPS_CREATION_TIME,
          TargetCapability.GROUPS,
          TargetCapability.EXTERNAL_IDENTITIES,
          TargetCapability.VERIFIED_FLAGS,
          TargetCapability.SECOND_FACTOR_FLAG);

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
    if (user.obligations().contains(RequiredAction.SECOND_FACTOR)) {
      needs.add(TargetCapability.SECOND_FACTOR_FLAG);
    }
    return needs;
  }

  /** Without what nobody could move in this way. */
  public static TargetCapability of(MigrationMode mode) {
    return switch (mode) {
      case BULK -> TargetCapability.MUST_RESET_FLAG;
      case SLOW -> TargetCapability.FIRST_LOGIN_OF_UNKNOWN_USERS;
      case HYBRID -> TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS;
    };
  }

  /** Why this target cannot go this way, and what to do; empty when it can. */
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

  /** The first of these needs that is not claimed. */
  static Optional<TargetCapability> unmet(
      Set<TargetCapability> needs, Set<TargetCapability> claims) {
    return needs.stream().filter(need -> !claims.contains(need)).findFirst();
  }
}
