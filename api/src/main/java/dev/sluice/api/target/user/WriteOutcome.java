package dev.sluice.api.target.user;

import dev.sluice.api.user.UserId;
import java.time.Duration;

/** The outcome for one user of a write. */
public sealed interface WriteOutcome {
  UserId id();

  /**
   * The target has the user now.
   *
   * @param withoutEmail whether the user came without its email address, which it yielded to
   *     another
   */
  record Created(UserId id, boolean withoutEmail) implements WriteOutcome {
    /** Reports a user whose email address no other had. */
    public Created(UserId id) {
      this(id, false);
    }
  }

  /** The target has a user with this id: an earlier write, perhaps cut short, created it. */
  record AlreadyThere(UserId id) implements WriteOutcome {}

  /**
   * The target does not take this user.
   *
   * @param problem what is wrong and what to do, for a person
   * @param taken whether it is because another user has the username or the email address
   */
  record Refused(UserId id, String problem, boolean taken) implements WriteOutcome {
    /** Refuses a user for what has nothing to do with another user. */
    public Refused(UserId id, String problem) {
      this(id, problem, false);
    }
  }

  /**
   * Nothing is known to be wrong with this user; the write may be repeated.
   *
   * @param after how long to wait before that
   * @param problem why, for a person
   */
  record TryLater(UserId id, Duration after, String problem) implements WriteOutcome {}
}
