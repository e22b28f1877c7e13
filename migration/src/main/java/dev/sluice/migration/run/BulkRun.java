package dev.sluice.migration.run;

import dev.sluice.migration.ledger.Ledger;
import dev.sluice.migration.ledger.RunLog;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.source.PoolDescription;
import dev.sluice.migration.source.UserSource;
import dev.sluice.migration.target.Readiness;
import dev.sluice.migration.target.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Moves everybody's profile: reads the pool in shards, maps, writes, settles. It can be killed at
 * any point and started again: what it had settled is not read twice, what it had written and not
 * settled is written again without harm. Memory does not grow with the number of users.
 */
public final class BulkRun {
  /** The kind under which the {@link RunLog} knows bulk runs. */
  public static final String KIND = "bulk";

  private final UserSource source;
  private final UserMapping mapping;
  private final Target target;
  private final Ledger ledger;
  private final RunLog runs;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * @param patience how long the target may take no user before the run ends
   */
  public BulkRun(
      UserSource source,
      UserMapping mapping,
      Target target,
      Ledger ledger,
      RunLog runs,
      Duration patience,
      InstantSource clock) {
    this.source = source;
    this.mapping = mapping;
    this.target = target;
    this.ledger = ledger;
    this.runs = runs;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Runs to the end, or goes on with the run that was cut short.
   *
   * @param retryRejected whether users who were rejected before are tried again
   * @throws ConditionException when the way writes no profiles first, the target is not ready, or
   *     another process is at it
   * @throws RunException when it cannot go on
   */
  public RunReport run(boolean retryRejected, RunListener listener) throws InterruptedException {
    requireConditions();
    Optional<RunLog.OpenRun> opened = runs.open(KIND);
    try (RunLog.OpenRun run =
        opened.orElseThrow(() ->
            new ConditionException(
                "Another bulk run is at work on this ledger: wait for it, or end it."))) {
      if (retryRejected) {
        ledger.reopenRejected(KIND);
      }
      PoolDescription pool = source.describe();
      RunCounts counts = new RunCounts(pool.estimatedUsers(), listener, clock);
      new GroupReading(source, runs, run.name()).readAll();
      BatchWriter writer = new BatchWriter(target, patience, clock, counts);
      BatchMove move = new BatchMove(run.name(), mapping, ledger, runs, writer, counts);
      ShardReading reading =
          new ShardReading(source, runs, run.name(), target.describe().batchSize(), move, counts);
      AtOnce.forEach(source.shards(), Integer.MAX_VALUE, reading::read);
      run.finish();
      noticeDisagreement(counts);
      return new RunReport(run.name(), run.resumed(), counts.progress(), counts.notices());
    }
  }

  private void requireConditions() {
    if (!mapping.way().writesProfilesFirst()) {
      throw new ConditionException(
          "The way is slow: profiles are written at their owners' first logins, so there is nothing"
              + " to move in bulk. Set way: hybrid or way: bulk in sluice.yaml to move them now.");
    }
    switch (target.check()) {
      case Readiness.Ready ready -> {}
      case Readiness.NotReady not ->
          throw new ConditionException(not.problem() + " " + not.remedy());
    }
  }

  /**
   * The estimate may be hours old, so a small difference says nothing; a large one may mean that
   * reading by the first digit of {@code sub} does not reach everybody.
   */
  private static void noticeDisagreement(RunCounts counts) {
    RunProgress totals = counts.progress();
    long difference = Math.abs(totals.read() - totals.estimated());
    if (difference > Math.max(10, totals.estimated() / 20)) {
      counts.notice(
          "%,d users were read, but the pool estimates %,d. If users are missing, set reading: one-chain under source.cognito in sluice.yaml and run again."
              .formatted(totals.read(), totals.estimated()));
    }
  }
}
