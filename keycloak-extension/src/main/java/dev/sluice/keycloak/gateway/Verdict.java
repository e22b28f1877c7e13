package dev.sluice.keycloak.gateway;

import dev.sluice.keycloak.wire.PlannedAction;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The gateway's verdict on a login and a password. */
public sealed interface Verdict {
  /**
   * The password is the user's.
   *
   * @param user the user to create if it is not here yet
   * @param then what the user must do next
   */
  record Proven(Optional<PlannedUser> user, List<PlannedAction> then) implements Verdict {}

  /**
   * The password is right, but a second factor is required: nothing may be stored yet, and the
   * login is not complete.
   *
   * @param user the user to create if it is not here yet
   * @param then what else the user must do next
   * @param factor what the old system requires; empty if the user has no second factor there and
   *     must have one
   */
  record FactorOwed(Optional<PlannedUser> user, List<PlannedAction> then, Optional<Factor> factor)
      implements Verdict {

    /** Returns the same verdict, with a new password required afterwards. */
    public FactorOwed withNewPassword() {
      Set<PlannedAction> more = new LinkedHashSet<>(then);
      more.add(PlannedAction.NEW_PASSWORD);
      return new FactorOwed(user, List.copyOf(more), factor);
    }
  }

  /** The login and password are refused. */
  record Refused(Refusal refusal) implements Verdict {}

  /**
   * The password is right, but this user may not move yet: nothing may be stored, and nothing
   * counts as a failed login.
   *
   * @param oldSystem where the user can log in until then
   */
  record NotYet(Optional<OldSystem> oldSystem) implements Verdict {}

  /**
   * There is no verdict: it says nothing about the password and must never look as if it did.
   *
   * @param reason for the log
   * @param retryAfterSeconds when asking again is useful
   * @param lasting whether asking again is useless until somebody acts: the password is right, but
   *     the user cannot be written here
   */
  record None(String reason, int retryAfterSeconds, boolean lasting) implements Verdict {
    private static final Set<String> LOCKOUTS = Set.of("too-many-attempts", "source-locked-out");
    private static final String CANNOT_MOVE = "not-movable";

    /** The same, where only the reason tells whether it lasts. */
    public None(String reason, int retryAfterSeconds) {
      this(reason, retryAfterSeconds, CANNOT_MOVE.equals(reason));
    }

    /** Tells whether the cause is too many wrong passwords for one login. */
    public boolean isLockout() {
      return LOCKOUTS.contains(reason);
    }
  }
}
