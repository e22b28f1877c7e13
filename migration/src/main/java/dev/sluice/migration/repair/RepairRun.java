package dev.sluice.migration.repair;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.RunScope;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.owner.LoginOwners;
import dev.sluice.migration.run.BatchWriter;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.GroupReading;
import dev.sluice.migration.run.KnownGroups;
import dev.sluice.migration.run.ProfileWriting;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.run.ShardReading;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Brings back users whom the target has lost or cut off: reads the pool once more, compares each
 * user with the ledger and the target, and mends what differs. The run can be killed at any point
 * and started again. It never changes a user of whom the target is in charge, unless the owner has
 * decided so and the target has lost that user.
 */
public final class RepairRun {
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
  public RepairRun(
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
   * Runs to the end, or resumes the repair that was cut short.
   *
   * @throws ConditionException when the target is not ready, or another process is at work on a run
   * @throws dev.sluice.migration.run.RunException when it cannot go on
   */
  @SuppressWarnings("try") // Other runs are only held off; the holds themselves are not used.
  public RepairReport run(AlsoThese also, RunListener listener) throws InterruptedException {
    if (target.check() instanceof Readiness.NotReady(String problem, String remedy)) {
      throw new ConditionException(problem + " " + remedy);
    }
    try (RunLog.Hold noBulk = runs.hold(RunKind.BULK).orElseThrow(RepairRun::busy);
        RunLog.Hold noSync = runs.hold(RunKind.SYNC).orElseThrow(RepairRun::busy);
        RunLog.OpenRun run = runs.open(RunKind.REPAIR, scope(also)).orElseThrow(RepairRun::busy)) {
      PoolDescription pool = source.describe();
      UserMapping ofPool = mapping.of(pool.logins());
      RunCounts counts = new RunCounts(pool.estimatedUsers(), listener, clock);
      new GroupReading(source, runs, run.name(), counts).readAll();
      Damages found = new Damages();
      Damages mended = new Damages();
      Damages open = new Damages();
      RepairBatch batch =
          new RepairBatch(
              mapping.mode(),
              also,
              ledger,
              target,
              new Standings(target, counts),
              new KnownGroups(runs, run.name()),
              new LoginOwners(ledger, ofPool.logins()),
              new ProfileWriting(ofPool, new BatchWriter(target, patience, clock, counts)),
              new Outcomes(found, mended, open),
              counts);
      ShardReading shards =
          new ShardReading(
              source, runs, run.name(), target.describe().batchSize(), batch::on, counts);
      shards.readAll();
      run.finish();
      return new RepairReport(
          run.name(),
          run.resumed(),
          counts.progress(),
          found.counts(),
          mended.counts(),
          open.named(),
          counts.notices());
    }
  }

  /** Distinguishes repairs by their decisions: one is not resumed with those of another. */
  private RunScope scope(AlsoThese also) {
    RunScope users =
        also.equals(AlsoThese.NONE)
            ? RunScope.EVERYBODY
            : new RunScope(
                "also" + (also.moved() ? "-moved" : "") + (also.deleted() ? "-deleted" : ""),
                "also");
    return source.archiveId().isEmpty() ? users : users.inArchive(source.archiveId());
  }

  private static ConditionException busy() {
    return new ConditionException(
        "A bulk run, a sync, or another repair is at work on this ledger: wait for it, or end it.");
  }
}
