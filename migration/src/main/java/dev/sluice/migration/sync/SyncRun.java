package dev.sluice.migration.sync;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.RunScope;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.ledger.Tally;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.Target;
import dev.sluice.migration.compare.DecidedNames;
import dev.sluice.migration.compare.SyncComparison;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.BatchWriter;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.GroupReading;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.run.ShardReading;
import dev.sluice.migration.segment.Segment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings to the target what has changed in the pool since the last scan. Cognito cannot report what
 * has changed, so the whole pool is read and compared with what the ledger remembers. The run can
 * be killed at any point and started again, and takes no user for gone before it has seen all
 * users.
 */
public final class SyncRun {
  /** How many differences a report lists at most. */
  public static final int DRIFT_LISTED = 10_000;

  private final UserSource source;
  private final UserMapping mapping;
  private final Target target;
  private final Ledger ledger;
  private final RunLog runs;
  private final PoolScans scans;
  private final SyncPolicy policy;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * @param patience how long the target may take no user before the run ends
   */
  public SyncRun(
      UserSource source,
      UserMapping mapping,
      Target target,
      Ledger ledger,
      RunLog runs,
      PoolScans scans,
      SyncPolicy policy,
      Duration patience,
      InstantSource clock) {
    this.source = source;
    this.mapping = mapping;
    this.target = target;
    this.ledger = ledger;
    this.runs = runs;
    this.scans = scans;
    this.policy = policy;
    this.patience = patience;
    this.clock = clock;
  }

  /** Runs for all users. */
  public SyncReport run(long acceptGone, RunListener listener) throws InterruptedException {
    return run(Optional.empty(), acceptGone, listener);
  }

  /**
   * Runs to the end, or resumes the sync that was cut short and is about the same users.
   *
   * @param only whose changes to bring; nothing happens to other users, and no user is removed,
   *     because a user without a profile is in no segment
   * @param acceptGone how many users may be gone although the policy would allow fewer
   * @throws ConditionException when the target is not ready or cannot do it, the pool is another,
   *     or a bulk run or another sync is at work or unfinished
   * @throws dev.sluice.migration.run.RunException when it cannot go on
   */
  @SuppressWarnings("try") // Bulk runs are only held off; the hold itself is not used.
  public SyncReport run(Optional<Segment> only, long acceptGone, RunListener listener)
      throws InterruptedException {
    SyncConditions.of(mapping.mode(), target).ifPresent(SyncRun::refuse);
    try (RunLog.Hold noBulk = runs.hold(RunKind.BULK).orElseThrow(SyncRun::busy);
        RunLog.OpenRun run = runs.open(RunKind.SYNC, scope(only)).orElseThrow(SyncRun::busy)) {
      SyncConditions.ofBulk(runs).ifPresent(SyncRun::refuse);
      PoolDescription pool = source.describe();
      SyncConditions.ofPool(scans.newest(), pool.id()).ifPresent(SyncRun::refuse);
      PoolScan scan = scans.open(run.name(), pool.id());
      SyncConditions.ofPool(Optional.of(scan), pool.id()).ifPresent(SyncRun::refuse);
      RunCounts counts = new RunCounts(pool.estimatedUsers(), listener, clock);
      Optional<String> held = scanPool(pool, scan, only, acceptGone, counts);
      scans.finish(scan);
      run.finish();
      return new SyncReport(
          run.name(),
          run.resumed(),
          counts.progress(),
          scans.findings(scan),
          scans.drift(scan, DRIFT_LISTED),
          held,
          counts.notices());
    }
  }

  private Optional<String> scanPool(
      PoolDescription pool,
      PoolScan scan,
      Optional<Segment> only,
      long acceptGone,
      RunCounts counts)
      throws InterruptedException {
    new GroupReading(source, runs, scan.run(), counts).readAll();
    TargetChanges changes =
        new TargetChanges(target, DecidedNames.of(source, pool, mapping), patience, clock, counts);
    SyncBatch batch =
        new SyncBatch(
            scan,
            new SyncComparison(
                scan.run(), mapping, scans, runs, SyncComparison.about(only, clock.instant())),
            mapping.of(pool.logins()),
            ledger,
            scans,
            new BatchWriter(target, patience, clock, counts),
            changes,
            counts);
    ShardReading reading =
        new ShardReading(
            source, runs, scan.run(), target.describe().batchSize(), batch::on, counts);
    reading.readAll(users -> scans.remembered(users).keySet());
    MissingUsers missing = new MissingUsers(source, mapping, scans, changes, counts, clock);
    Optional<String> held = Optional.empty();
    if (only.isEmpty()) {
      held = settleMissing(missing, scan, acceptGone);
    } else {
      MissingUsers.notice(scans.missing(scan), counts);
    }
    if (mayHaveMadeRoom(scan)) {
      new SecondTry(source, ledger, batch).run(scan);
    }
    return held;
  }

  private Optional<String> settleMissing(MissingUsers missing, PoolScan scan, long acceptGone)
      throws InterruptedException {
    long users = scans.missing(scan);
    if (users == 0) {
      return Optional.empty();
    }
    GoneGuard guard = new GoneGuard(policy, known(), acceptGone);
    Optional<String> held =
        guard
            .objection(users)
            .or(() -> GoneGuard.objection(missing.canBeLookedUp(scan, users <= acceptGone)));
    if (held.isPresent()) {
      scans.settle(scan, MissingUsers.PART, heldBack(users), Optional.empty());
    } else {
      missing.settle(scan);
    }
    return held;
  }

  private static RunScope scope(Optional<Segment> only) {
    return only.map(segment -> new RunScope(segment.name(), segment.words()))
        .orElse(RunScope.EVERYBODY);
  }

  private static ScanBatch heldBack(long users) {
    return new ScanBatch(List.of(), List.of(), List.of(), Map.of(Finding.HELD, users));
  }

  private long known() {
    Tally tally = ledger.tally();
    return tally.total() - tally.in(MigrationState.GONE);
  }

  private boolean mayHaveMadeRoom(PoolScan scan) {
    Map<Finding, Long> found = scans.findings(scan);
    return mapping.mode().writesProfilesFirst()
        && found.getOrDefault(Finding.REJECTED, 0L) > 0
        && Stream.of(Finding.GONE, Finding.CHANGED, Finding.NEW).anyMatch(found::containsKey);
  }

  private static void refuse(String why) {
    throw new ConditionException(why);
  }

  private static ConditionException busy() {
    return new ConditionException(
        "A bulk run, or another sync, is at work on this ledger: wait for it, or end it.");
  }
}
