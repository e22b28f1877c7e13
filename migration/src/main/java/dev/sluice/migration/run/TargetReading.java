package dev.sluice.migration.run;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.user.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Reads users at the target, no more at once than it takes, and retries a few times. */
public final class TargetReading {
  private static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15));

  private final Target target;
  private final Semaphore places;
  private final int batchSize;
  private final RunCounts counts;

  public TargetReading(Target target, RunCounts counts) {
    this.target = target;
    this.places = new Semaphore(target.describe().parallelism(), true);
    this.batchSize = target.describe().batchSize();
    this.counts = counts;
  }

  /** Returns those of these users whom the target has. */
  public Map<UserId, StoredUser> read(List<UserId> ids) throws InterruptedException {
    Map<UserId, StoredUser> found = new HashMap<>();
    for (int from = 0; from < ids.size(); from += batchSize) {
      List<UserId> some = ids.subList(from, Math.min(from + batchSize, ids.size()));
      patiently(() -> target.read(some))
          .forEach(user -> user.ifPresent(there -> found.put(there.id(), there)));
    }
    return found;
  }

  public List<UserId> awaiting(Optional<UserId> after) throws InterruptedException {
    return patiently(() -> target.awaiting(after, batchSize));
  }

  private <T> T patiently(Supplier<T> read) throws InterruptedException {
    for (Duration wait : WAITS) {
      try {
        return inPlace(read);
      } catch (TargetException again) {
        if (again.isLasting()) {
          throw again;
        }
        counts.notice("The target could not be read and is tried again: " + again.getMessage());
        Thread.sleep(wait);
      }
    }
    return inPlace(read);
  }

  private <T> T inPlace(Supplier<T> read) throws InterruptedException {
    places.acquire();
    try {
      return read.get();
    } finally {
      places.release();
    }
  }
}
