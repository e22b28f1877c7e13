package dev.sluice.migration.run;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Writes planned users to the target, no more at once than it takes, and repeats what the target
 * asks to be repeated until its patience ends.
 */
public final class BatchWriter {
  private final Target target;
  private final Semaphore places;
  private final int batchSize;
  private final Duration patience;
  private final InstantSource clock;
  private final RunCounts counts;

  public BatchWriter(Target target, Duration patience, InstantSource clock, RunCounts counts) {
    this.target = target;
    this.places = new Semaphore(target.describe().parallelism(), true);
    this.batchSize = target.describe().batchSize();
    this.patience = patience;
    this.clock = clock;
    this.counts = counts;
  }

  /**
   * Gives every user a final outcome.
   *
   * @throws RunException when the target kept asking to be tried later for longer than patience
   *     allows
   */
  public List<WriteOutcome> write(List<PlannedUser> users) throws InterruptedException {
    List<WriteOutcome> outcomes = new ArrayList<>(users.size());
    for (int from = 0; from < users.size(); from += batchSize) {
      outcomes.addAll(writeBatch(users.subList(from, Math.min(from + batchSize, users.size()))));
    }
    return outcomes;
  }

  /** Keeps a notice about one of the users. */
  void notice(String text, String which) {
    counts.notice(text, which);
  }

  private List<WriteOutcome> writeBatch(List<PlannedUser> batch) throws InterruptedException {
    Map<UserId, PlannedUser> open = new LinkedHashMap<>();
    batch.forEach(user -> open.put(user.id(), user));
    List<WriteOutcome> outcomes = new ArrayList<>(batch.size());
    Instant lastAdvance = clock.instant();
    while (!open.isEmpty()) {
      List<WriteOutcome.TryLater> later = new ArrayList<>();
      for (WriteOutcome outcome : writeOnce(List.copyOf(open.values()))) {
        switch (outcome) {
          case WriteOutcome.TryLater again -> later.add(again);
          case WriteOutcome.Created done -> outcomes.add(done);
          case WriteOutcome.AlreadyThere done -> outcomes.add(done);
          case WriteOutcome.Refused done -> outcomes.add(done);
        }
      }
      if (later.size() < open.size()) {
        lastAdvance = clock.instant();
      }
      outcomes.forEach(done -> open.remove(done.id()));
      if (!later.isEmpty()) {
        waitFor(later.getFirst(), lastAdvance);
      }
    }
    return outcomes;
  }

  private List<WriteOutcome> writeOnce(List<PlannedUser> batch) throws InterruptedException {
    places.acquire();
    try {
      return target.write(batch);
    } finally {
      places.release();
    }
  }

  private void waitFor(WriteOutcome.TryLater again, Instant lastAdvance)
      throws InterruptedException {
    if (Duration.between(lastAdvance, clock.instant()).compareTo(patience) > 0) {
      throw new RunException(
          "The target has taken no user for "
              + patience.toSeconds()
              + " s ("
              + again.problem()
              + "). What was written is recorded: run the same command again once it answers.");
    }
    counts.notice("The target asks for another try later: " + again.problem());
    Thread.sleep(again.after());
  }
}
