package dev.sluice.keycloak.gateway;

import dev.sluice.keycloak.wire.PlannedAction;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the gateway says of a login and a password. */
public sealed interface Verdict {
  /**
   * The password is the user's.
   *
   * @param user how the user is to be created when it is not here yet
   * @param then what the user has to do next
   */
  record Proven(Optional<PlannedUser> user, List<PlannedAction> then) implements Verdict {}

  /**
   * The password is right, and a second factor is owed: nothing is to be stored yet, and nobody let
   * in.
   *
   * @param user how the user is to be created when it is not here yet
   * @param then what else the user has to do next
   * @param factor what the old system asks for; empty when the user has no second factor there and
   *     has to have one
   */
  record FactorOwed(Optional<PlannedUser> user, List<PlannedAction> then, Optional<Factor> factor)
      implements Verdict {

    /** The same, with a new password to be chosen after that. */
    public FactorOwed withNewPassword() {
      Set<PlannedAction> more = new LinkedHashSet<>(then);
      more.add(PlannedAction.NEW_PASSWORD);
      return new FactorOwed(user, List.copyOf(more), factor);
    }
  }

  /** The login and password do not let anybody in. */
  record Refused(Refusal refusal) implements Verdict {}

  /**
   * The password is right, but it is not this user's turn to move: nothing is to be stored, and
   * nothing counts against anybody.
   *
   * @param oldSystem where the user can log in meanwhile
   */
  record NotYet(Optional<OldSystem> oldSystem) implements Verdict {}

  /**
   * Nothing is known: it says nothing about the password and must never look as if it did.
   *
   * @param reason for the log
   * @param retryAfterSeconds when asking again makes sense
   */
  record None(String reason, int retryAfterSeconds) implements Verdict {
    private static final Set<String> LOCKOUTS = Set.of("too-many-attempts", "source-locked-out");

    /** Whether that is because of too many wrong passwords for one login. */
    public boolean isLockout() {
      return LOCKOUTS.contains(reason);
    }
  }
}
