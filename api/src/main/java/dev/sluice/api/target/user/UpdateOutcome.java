package dev.sluice.api.target.user;

import dev.sluice.api.user.UserId;
import java.time.Duration;

/** The outcome for one user of an update or a removal. */
public sealed interface UpdateOutcome {
  UserId id();

  /** The user is as requested, or has been removed; also reported if nothing had to be done. */
  record Done(UserId id) implements UpdateOutcome {}

  /** The user has moved: the target is in charge, and nothing was changed. */
  record InCharge(UserId id) implements UpdateOutcome {}

  /** The target has no user with this id. */
  record NotThere(UserId id) implements UpdateOutcome {}

  /**
   * The target does not do this to this user; nothing was changed.
   *
   * @param problem what is wrong and what to do, for a person
   * @param taken whether it is because another user has the username or the email address
   */
  record Refused(UserId id, String problem, boolean taken) implements UpdateOutcome {
    /** Refuses a user for what has nothing to do with another user. */
    public Refused(UserId id, String problem) {
      this(id, problem, false);
    }
  }

  /**
   * Nothing is known to be wrong with this user; the same request may be repeated.
   *
   * @param after how long to wait before that
   * @param problem why, for a person
   */
  record TryLater(UserId id, Duration after, String problem) implements UpdateOutcome {}
}
