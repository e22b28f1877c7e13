package dev.sluice.migration.sync;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Updates and removes users at the target, no more at once than it takes, and repeats what the
 * target asks to be repeated until its patience ends.
 */
final class TargetChanges {
  private final Target target;
  private final SourceNames names;
  private final Semaphore places;
  private final int batchSize;
  private final Duration patience;
  private final InstantSource clock;
  private final RunCounts counts;

  TargetChanges(
      Target target, SourceNames names, Duration patience, InstantSource clock, RunCounts counts) {
    this.target = target;
    this.names = names;
    this.places = new Semaphore(target.describe().parallelism(), true);
    this.batchSize = target.describe().batchSize();
    this.patience = patience;
    this.clock = clock;
    this.counts = counts;
  }

  /**
   * Returns a final outcome for every user, none of them {@link UpdateOutcome.TryLater}.
   *
   * @throws RunException when the target kept asking to be tried later for longer than patience
   *     allows
   */
  Map<UserId, UpdateOutcome> update(List<PlannedUpdate> users) throws InterruptedException {
    return all(users, PlannedUpdate::id, some -> target.update(some, names));
  }

  /** Removes users and returns outcomes as {@link #update} does. */
  Map<UserId, UpdateOutcome> remove(List<UserId> users) throws InterruptedException {
    return all(users, id -> id, target::remove);
  }

  /**
   * Returns whether the target removes users. Without that a sync runs only in slow mode, in which
   * no user is written before moving.
   */
  boolean removes() {
    return target.describe().capabilities().contains(TargetCapability.REMOVES);
  }

  private <T> Map<UserId, UpdateOutcome> all(
      List<T> users, Function<T, UserId> id, Function<List<T>, List<UpdateOutcome>> call)
      throws InterruptedException {
    Map<UserId, UpdateOutcome> outcomes = new LinkedHashMap<>();
    for (int from = 0; from < users.size(); from += batchSize) {
      List<T> batch = users.subList(from, Math.min(from + batchSize, users.size()));
      Map<UserId, T> open = new LinkedHashMap<>();
      batch.forEach(user -> open.put(id.apply(user), user));
      untilFinal(open, call, outcomes);
    }
    return outcomes;
  }

  private <T> void untilFinal(
      Map<UserId, T> open,
      Function<List<T>, List<UpdateOutcome>> call,
      Map<UserId, UpdateOutcome> outcomes)
      throws InterruptedException {
    Instant lastAdvance = clock.instant();
    while (!open.isEmpty()) {
      int before = open.size();
      List<UpdateOutcome.TryLater> later = new ArrayList<>();
      for (UpdateOutcome outcome : once(List.copyOf(open.values()), call)) {
        if (outcome instanceof UpdateOutcome.TryLater again) {
          later.add(again);
        } else {
          outcomes.put(outcome.id(), outcome);
          open.remove(outcome.id());
        }
      }
      lastAdvance = open.size() < before ? clock.instant() : lastAdvance;
      if (!later.isEmpty()) {
        waitFor(later.getFirst(), lastAdvance);
      }
    }
  }

  private <T> List<UpdateOutcome> once(List<T> batch, Function<List<T>, List<UpdateOutcome>> call)
      throws InterruptedException {
    places.acquire();
    try {
      return call.apply(batch);
    } finally {
      places.release();
    }
  }

  private void waitFor(UpdateOutcome.TryLater again, Instant lastAdvance)
      throws InterruptedException {
    if (Duration.between(lastAdvance, clock.instant()).compareTo(patience) > 0) {
      throw new RunException(
          "The target has changed no user for "
              + patience.toSeconds()
              + " s ("
              + again.problem()
              + "). What was done is recorded: run the same command again once it answers.");
    }
    counts.notice("The target asks for another try later: " + again.problem());
    Thread.sleep(again.after());
  }
}
