package dev.sluice.migration.assess.reading;

import dev.sluice.api.target.TargetLimits;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.assess.found.Obstacle;
import dev.sluice.migration.assess.found.Obstacle.Reason;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.mapping.Rejection;
import dev.sluice.migration.mapping.UserMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says why users would be rejected, by mapping them as a bulk run would. */
public final class ObstacleCheck {
  private final UserMapping mapping;
  private final TargetLimits limits;
  private final Optional<TargetRules> rules;

  public ObstacleCheck(UserMapping mapping, TargetLimits limits, Optional<TargetRules> rules) {
    this.mapping = mapping;
    this.limits = limits;
    this.rules = rules;
  }

  /** Returns the username that the user would have at the target. */
  String usernameOf(UserRecord user) {
    return mapping.logins().usernameOf(user);
  }

  /** Returns whether people log in to the pool by email. */
  public boolean emailIsLogin() {
    return mapping.logins().withEmail();
  }

  /** Returns what each user would be rejected for; an empty set where nothing is known. */
  Map<UserId, Set<Obstacle>> of(List<UserRecord> users) {
    Map<UserId, Set<Obstacle>> all = new HashMap<>();
    List<PlannedUser> fit = new ArrayList<>();
    for (UserRecord user : users) {
      Set<Obstacle> found =
          switch (mapping.plan(user)) {
            case Planned planned -> of(planned.user(), fit);
            case Rejection rejection -> Set.of(of(rejection));
          };
      all.put(user.id(), found);
    }
    rules.ifPresent(
        target -> target.against(fit).forEach((user, obstacle) -> all.put(user, Set.of(obstacle))));
    return all;
  }

  private static Obstacle of(Rejection rejection) {
    return new Obstacle(
        switch (rejection.reason()) {
          case UNREADABLE_IDENTITIES -> Reason.UNREADABLE_IDENTITIES;
          case ATTRIBUTES_COLLIDE -> Reason.ATTRIBUTES_COLLIDE;
        },
        "");
  }

  private Set<Obstacle> of(PlannedUser user, List<PlannedUser> fit) {
    Set<Obstacle> found = new TreeSet<>();
    check(found, "sub", user.id().value(), limits.longestId());
    check(found, "username", user.username(), limits.longestField());
    check(found, "email", user.email(), limits.longestField());
    check(found, "given_name", user.givenName(), limits.longestField());
    check(found, "family_name", user.familyName(), limits.longestField());
    check(found, "phone_number", user.phoneNumber(), limits.longestValue());
    user.attributes()
        .forEach((name, values) ->
            values.forEach(value -> check(found, name, value, limits.longestValue())));
    if (found.isEmpty()) {
      fit.add(user);
    }
    return found;
  }

  private static void check(Set<Obstacle> found, String field, @Nullable String value, int most) {
    if (value == null) {
      return;
    }
    if (value.indexOf('\0') >= 0) {
      found.add(new Obstacle(Reason.NUL_CHARACTER, field));
    }
    if (value.length() > most) {
      found.add(new Obstacle(Reason.TOO_LONG, field));
    }
  }
}
