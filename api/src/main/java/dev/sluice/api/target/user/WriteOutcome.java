package dev.sluice.api.target.user;

import dev.sluice.api.user.UserId;
import java.time.Duration;

/** The outcome for one user of a write. */
public sealed interface WriteOutcome {
  UserId id();

  record Created(UserId id) implements WriteOutcome {}

  /** The target has a user with this id: an earlier write, perhaps cut short, created it. */
  record AlreadyThere(UserId id) implements WriteOutcome {}

  /**
   * The target does not take this user.
   *
   * @param problem what is wrong and what to do, for a person
   */
  record Refused(UserId id, String problem) implements WriteOutcome {}

  /**
   * Nothing is known to be wrong with this user; the write may be repeated.
   *
   * @param after how long to wait before that
   * @param problem why, for a person
   */
  record TryLater(UserId id, Duration after, String problem) implements WriteOutcome {}
}
