package dev.sluice.migration.bulk;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.RunScope;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.Needs;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
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
import dev.sluice.migration.segment.Segment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Moves the profiles of all users, or of one segment: reads the pool in shards, maps, writes,
 * settles. Users with an account at another provider come last, when it is known which profiles are
 * one person. The run can be killed at any point and started again: what it had settled is not read
 * twice, and what it had written but not settled is written again without harm. Memory does not
 * grow with the number of users.
 */
public final class BulkRun {
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

  /** Runs for all users. */
  public RunReport run(boolean retryRejected, RunListener listener) throws InterruptedException {
    return run(Optional.empty(), retryRejected, listener);
  }

  /**
   * Runs to the end, or resumes the run that was cut short and is about the same users.
   *
   * @param only whose profiles to move; the others are recorded as seen, and nothing else
   * @param retryRejected whether users who were rejected before are tried again
   * @throws ConditionException when the mode writes no profiles first, the target is not ready, or
   *     another process is at work on a run
   * @throws dev.sluice.migration.run.RunException when it cannot go on
   */
  public RunReport run(Optional<Segment> only, boolean retryRejected, RunListener listener)
      throws InterruptedException {
    requireConditions();
    Optional<String> elsewhere = IdsElsewhere.found(source, target);
    if (only.isEmpty() && elsewhere.isPresent()) {
      throw new ConditionException(elsewhere.get());
    }
    Optional<RunLog.OpenRun> opened = runs.open(RunKind.BULK, scope(only));
    try (RunLog.OpenRun run =
        opened.orElseThrow(() ->
            new ConditionException(
                "Another bulk run, or a sync, is at work on this ledger: wait for it, or end it."))) {
      PoolDescription pool = source.describe();
      RunCounts counts = new RunCounts(pool.estimatedUsers(), listener, clock);
      elsewhere.ifPresent(counts::notice);
      if (retryRejected && only.isEmpty()) {
        reopenRejected(run, counts);
      }
      new GroupReading(source, runs, run.name(), counts).readAll();
      KnownGroups groups = new KnownGroups(runs, run.name());
      BatchClaims batchClaims =
          new BatchClaims(only, retryRejected, clock.instant(), ledger, groups);
      UserMapping ofPool = mapping.of(pool.logins());
      readShards(run, batchClaims, ofPool, counts);
      decideWaiting(run, batchClaims, ofPool, counts);
      run.finish();
      noticeMissingLinks(counts);
      noticeAddresses(counts);
      target.notices().forEach(counts::notice);
      return new RunReport(run.name(), run.resumed(), counts.progress(), counts.notices());
    }
  }

  /**
   * Reopens rejected users only in a new run: a resumed run does not read again what it has read,
   * and so would not reach them all.
   */
  private void reopenRejected(RunLog.OpenRun run, RunCounts counts) {
    if (run.resumed()) {
      counts.notice(
          "This resumed a run that was cut short, so users rejected before were not tried"
              + " again: run the same command once more.");
    } else {
      ledger.reopenRejected(RunKind.BULK);
    }
  }

  private RunScope scope(Optional<Segment> only) {
    RunScope users =
        only.map(segment -> new RunScope(segment.name(), segment.words()))
            .orElse(RunScope.EVERYBODY);
    return source.archiveId().isEmpty() ? users : users.inArchive(source.archiveId());
  }

  private void readShards(
      RunLog.OpenRun run, BatchClaims batchClaims, UserMapping ofPool, RunCounts counts)
      throws InterruptedException {
    ProfileWriting writing = new ProfileWriting(ofPool, writer(counts));
    boolean loginsAreFinal = !target.describe().capabilities().contains(TargetCapability.REMOVES);
    BatchMove move =
        move(run, batchClaims, new DeferDoubtful(run.deferred(), loginsAreFinal), writing, counts);
    ShardReading reading =
        new ShardReading(
            source, runs, run.name(), target.describe().batchSize(), move::move, counts);
    reading.readAll(users -> ledger.entries(users).keySet());
  }

  private void decideWaiting(
      RunLog.OpenRun run, BatchClaims batchClaims, UserMapping ofPool, RunCounts counts)
      throws InterruptedException {
    BatchWriter writer = writer(counts);
    ContestedLogins contested =
        new ContestedLogins(
            new LoginOwners(ledger, ofPool.logins()), ofPool, target, writer, ledger, counts);
    Round round = Round.first();
    decide(round, run, batchClaims, ofPool, contested, writer, counts);
    while (!round.isLast() && (run.resumed() || !round.leavesNobody())) {
      round = round.next();
      decide(round, run, batchClaims, ofPool, contested, writer, counts);
    }
    run.deferred().forget();
  }

  private void decide(
      Round round,
      RunLog.OpenRun run,
      BatchClaims batchClaims,
      UserMapping ofPool,
      ContestedLogins contested,
      BatchWriter writer,
      RunCounts counts)
      throws InterruptedException {
    OnePersonEach filter =
        new OnePersonEach(
            round,
            run.deferred(),
            ofPool,
            ledger,
            new KnownGroups(runs, run.name()),
            contested,
            counts);
    BatchMove move = move(run, batchClaims, filter, new ProfileWriting(ofPool, writer), counts);
    new DeferredReading(
            round.text(), run.deferred(), runs, run.name(), target.describe().batchSize(), move)
        .readAll();
  }

  private BatchWriter writer(RunCounts counts) {
    return new BatchWriter(target, patience, clock, counts);
  }

  private BatchMove move(
      RunLog.OpenRun run,
      BatchClaims batchClaims,
      BatchFilter filter,
      ProfileWriting writing,
      RunCounts counts) {
    return new BatchMove(
        batchClaims, filter, ledger, new KnownGroups(runs, run.name()), writing, counts);
  }

  /**
   * Refuses a mode in which there is nothing to move in bulk.
   *
   * @throws ConditionException when it is such a mode
   */
  public static void requireProfilesFirst(MigrationMode mode) {
    if (!mode.writesProfilesFirst()) {
      throw new ConditionException(
          "The mode is slow: profiles are written at their owners' first logins, so there is nothing"
              + " to move in bulk. Set mode: hybrid or mode: bulk in sluice.yaml to move them now.");
    }
  }

  private void requireConditions() {
    requireProfilesFirst(mapping.mode());
    Needs.obstacle(mapping.mode(), target.describe())
        .ifPresent(obstacle -> {
          throw new ConditionException(obstacle);
        });
    switch (target.check()) {
      case Readiness.Ready ready -> {}
      case Readiness.NotReady not ->
          throw new ConditionException(not.problem() + " " + not.remedy());
    }
  }

  private static void noticeMissingLinks(RunCounts counts) {
    long missing = counts.linksMissing();
    if (missing > 0) {
      counts.notice(
          "%,d people had moved before another account was linked to them, and the target does not know that link: sluice user LOGIN of the merged profile shows which users."
              .formatted(missing));
    }
  }

  private static void noticeAddresses(RunCounts counts) {
    long without = counts.withoutAddress();
    if (without > 0) {
      counts.notice(
          "%,d of the users who share an email address are at the target without it, because it is the login of another (docs/logins.md); sluice user LOGIN says so of each."
              .formatted(without));
    }
  }
}
