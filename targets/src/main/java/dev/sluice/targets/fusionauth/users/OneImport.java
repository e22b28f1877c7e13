package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Serializes imports, because FusionAuth must not be given two at the same time ("Import" + "
 * users").
 */
public final class OneImport {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ReentrantLock turn = new ReentrantLock(true);

  /** Writes a batch when its turn comes. */
  public List<WriteOutcome> write(BatchWriting writing, List<PlannedUser> users) {
    turn.lock();
    try {
      return writing.write(users);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Writes a user that waits to log in; writes nothing if its turn does not come within this time.
   */
  public WriteOutcome writeSoon(BatchWriting writing, PlannedUser user, Duration patience) {
    try {
      if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return later(user, "Another import into FusionAuth is still running. Try again.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return later(user, "The wait for another import into FusionAuth was interrupted.");
    }
    try {
      return writing.write(List.of(user)).getFirst();
    } finally {
      turn.unlock();
    }
  }

  private static WriteOutcome later(PlannedUser user, String problem) {
    return new WriteOutcome.TryLater(user.id(), SOON, problem);
  }
}
