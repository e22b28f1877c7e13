package dev.sluice.migration.sync;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.compare.SeenUsers;
import dev.sluice.migration.compare.SyncCandidate;
import dev.sluice.migration.compare.SyncComparison;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.GroupReading;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.run.ShardReading;
import dev.sluice.migration.segment.Segment;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Reads the whole pool and returns what a sync would do; changes nothing, not even in the ledger.
 * For one plan.
 */
public final class SyncPlanning {
  private static final String RUN = "plan";
  private static final int AT_ONCE = 500;

  private final UserSource source;
  private final UserMapping mapping;
  private final PoolScans scans;
  private final RunLog scratch;
  private final SyncPolicy policy;
  private final InstantSource clock;

  private final Map<Finding, Long> found = new EnumMap<>(Finding.class);
  private final List<ScanBatch.Drift> drift = new ArrayList<>();
  private final SeenUsers seen = new SeenUsers();

  /**
   * @param scans what is remembered; only read
   * @param scratch a place that can be thrown away, for the members of groups
   */
  public SyncPlanning(
      UserSource source,
      UserMapping mapping,
      PoolScans scans,
      RunLog scratch,
      SyncPolicy policy,
      InstantSource clock) {
    this.source = source;
    this.mapping = mapping;
    this.scans = scans;
    this.scratch = scratch;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Reads and compares.
   *
   * @param only whose changes would be brought; empty for those of all users
   */
  public SyncPlan plan(Optional<Segment> only, long acceptGone, RunListener listener)
      throws InterruptedException {
    PoolDescription pool = source.describe();
    RunCounts counts = new RunCounts(pool.estimatedUsers(), listener, clock);
    new GroupReading(source, scratch, RUN, counts).readAll();
    SyncComparison comparison =
        new SyncComparison(
            RUN, mapping, scans, scratch, SyncComparison.about(only, clock.instant()));
    ShardReading reading =
        new ShardReading(
            source,
            scratch,
            RUN,
            AT_ONCE,
            (batch, progress) -> compare(comparison, batch, progress, counts),
            counts);
    reading.readAll();
    Optional<String> held = Optional.empty();
    if (only.isEmpty()) {
      GoneGuard guard = new GoneGuard(policy, findMissing(this::noteMissing), acceptGone);
      held = guard.objection(found.getOrDefault(Finding.GONE, 0L));
    } else {
      LongAdder missing = new LongAdder();
      findMissing(user -> missing.increment());
      MissingUsers.notice(missing.sum(), counts);
    }
    return new SyncPlan(
        mapping.mode(),
        pool,
        only,
        counts.progress().read(),
        counts.progress().outside(),
        found,
        drift,
        held,
        counts.notices());
  }

  private void compare(
      SyncComparison comparison, List<UserRecord> batch, Progress progress, RunCounts counts) {
    List<SyncCandidate> users = comparison.of(batch);
    users.forEach(this::note);
    counts.outside((int) users.stream().filter(SyncCandidate::outside).count());
    scratch.record(progress);
    counts.settled(batch.size(), 0, batch.size(), 0);
  }

  private synchronized void note(SyncCandidate user) {
    Remembered before = user.before();
    if (before != null) {
      seen.add(before.number());
    }
    user.finding().ifPresent(what -> found.merge(what, 1L, Long::sum));
    if (user.finding().filter(Finding.DRIFT::equals).isPresent()) {
      list(user.drift());
    }
  }

  /** Returns how many users the ledger has who are not gone. */
  private synchronized long findMissing(Consumer<Remembered> each) {
    long known = 0;
    List<Remembered> some = scans.present(0, AT_ONCE);
    while (!some.isEmpty()) {
      known += some.size();
      some.stream().filter(user -> !seen.has(user.number())).forEach(each);
      some = scans.present(some.getLast().number(), AT_ONCE);
    }
    return known;
  }

  private void noteMissing(Remembered user) {
    found.merge(Finding.GONE, 1L, Long::sum);
    if (user.state() == MigrationState.MIGRATED) {
      found.merge(Finding.DRIFT, 1L, Long::sum);
      list(new ScanBatch.Drift(user.id(), user.username(), "no longer in the pool", true));
    }
  }

  private void list(ScanBatch.Drift difference) {
    if (drift.size() < SyncRun.DRIFT_LISTED) {
      drift.add(difference);
    }
  }
}
