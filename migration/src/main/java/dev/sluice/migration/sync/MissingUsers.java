package dev.sluice.migration.sync;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.compare.ConflictRules;
import dev.sluice.migration.compare.SourceChange;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.AtOnce;
import dev.sluice.migration.run.RunCounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Handles users whom a whole scan has not seen. Each is looked up individually before anything
 * follows, because a listing may be late and a shard's filter may not work.
 */
final class MissingUsers {
  static final String PART = "missing";
  private static final int AT_ONCE = 500;
  private static final int LOOKUPS_AT_ONCE = 16;

  private final UserSource source;
  private final UserMapping mapping;
  private final PoolScans scans;
  private final TargetChanges target;
  private final RunCounts counts;
  private final InstantSource clock;

  MissingUsers(
      UserSource source,
      UserMapping mapping,
      PoolScans scans,
      TargetChanges target,
      RunCounts counts,
      InstantSource clock) {
    this.source = source;
    this.mapping = mapping;
    this.scans = scans;
    this.target = target;
    this.counts = counts;
    this.clock = clock;
  }

  /** Settles all of them. If killed in the middle, it resumes with those that are left. */
  void settle(PoolScan scan) throws InterruptedException {
    long last = 0;
    List<Remembered> some = scans.missing(scan, last, AT_ONCE);
    while (!some.isEmpty()) {
      settle(scan, some);
      last = some.getLast().number();
      some = scans.missing(scan, last, AT_ONCE);
    }
  }

  /**
   * Returns whether a user whom this scan has seen can be looked up.
   *
   * @param ifNobodyIsThere the answer where no user was seen
   */
  boolean canBeLookedUp(PoolScan scan, boolean ifNobodyIsThere) {
    return scans
        .anySeen(scan)
        .map(known -> source.lookup(known).isPresent())
        .orElse(ifNobodyIsThere);
  }

  /** Reports missing users in a sync of one segment. */
  static void notice(long missing, RunCounts counts) {
    if (missing > 0) {
      counts.notice(
          String.format(
              Locale.ROOT,
              "%,d users are no longer in the pool. A user without a profile is in no"
                  + " segment: a sync without --only lists and removes them.",
              missing));
    }
  }

  private void settle(PoolScan scan, List<Remembered> users) throws InterruptedException {
    ScanBatchBuilder soFar = new ScanBatchBuilder();
    Set<UserId> there = stillThere(users);
    Map<UserId, Remembered> toRemove = new LinkedHashMap<>();
    for (Remembered user : users) {
      if (there.contains(user.id())) {
        soFar.found(Finding.STILL_THERE, 1);
        soFar.seen(new ScanBatch.Seen(user.id(), user.fingerprint()));
        continue;
      }
      switch (ConflictRules.actionFor(SourceChange.DELETED, user.state(), mapping.mode())) {
        case REMOVE -> toRemove.put(user.id(), user);
        case REPORT, RECORD, BRING, UPDATE, PASS_OVER -> report(user, soFar);
      }
    }
    remove(toRemove, soFar);
    scans.settle(scan, PART, soFar.batch(), Optional.empty());
    counts.settled(0, soFar.done(), 0, (int) soFar.count(Finding.REJECTED));
  }

  private Set<UserId> stillThere(List<Remembered> users) throws InterruptedException {
    Set<UserId> there = ConcurrentHashMap.newKeySet();
    AtOnce.forEach(
        users,
        LOOKUPS_AT_ONCE,
        user -> source.lookup(user.id()).ifPresent(found -> there.add(found.id())));
    return there;
  }

  private void remove(Map<UserId, Remembered> users, ScanBatchBuilder soFar)
      throws InterruptedException {
    if (!target.removes()) {
      users.keySet().forEach(id -> gone(id, soFar));
      return;
    }
    List<String> problems = new ArrayList<>();
    for (UpdateOutcome outcome : target.remove(List.copyOf(users.keySet())).values()) {
      switch (outcome) {
        case UpdateOutcome.Done(UserId id) -> gone(id, soFar);
        case UpdateOutcome.NotThere(UserId id) -> gone(id, soFar);
        case UpdateOutcome.InCharge(UserId id) ->
            Optional.ofNullable(users.get(id)).ifPresent(user -> report(user, soFar));
        case UpdateOutcome.Refused(UserId id, String problem, _) -> {
          soFar.found(Finding.REJECTED, 1);
          problems.add(id + ": " + problem);
        }
        case UpdateOutcome.TryLater _ ->
            throw new IllegalStateException("Only final outcomes may be returned.");
      }
    }
    problems.forEach(problem -> counts.notice("Deleted at the source but not removed: " + problem));
  }

  private static void gone(UserId id, ScanBatchBuilder soFar) {
    soFar.change(Change.gone(id));
    soFar.found(Finding.GONE, 1);
    soFar.done(1);
  }

  private void report(Remembered user, ScanBatchBuilder soFar) {
    Instant now = clock.instant();
    soFar.drift(
        new ScanBatch.Drift(
            user.id(), user.username(), "deleted at the source, found on " + now, true));
    soFar.found(Finding.DRIFT, 1);
  }
}
