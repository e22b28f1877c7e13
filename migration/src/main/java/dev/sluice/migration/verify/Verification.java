package dev.sluice.migration.verify;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.migration.compare.DecidedNames;
import dev.sluice.migration.compare.SeenUsers;
import dev.sluice.migration.compare.SyncComparison;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.owner.LoginOwners;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.GroupReading;
import dev.sluice.migration.run.KnownGroups;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.ShardReading;
import dev.sluice.migration.run.TargetReading;
import dev.sluice.migration.segment.Segment;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads all users in the source and at the target, and compares field by field; changes nothing,
 * not even in the ledger. Memory does not grow with the number of users.
 */
public final class Verification {
  private static final String RUN = "verify";

  private final UserSource source;
  private final UserMapping mapping;
  private final Target target;
  private final Ledger ledger;
  private final PoolScans scans;
  private final RunLog scratch;
  private final InstantSource clock;

  /**
   * @param ledger only read
   * @param scans only read
   * @param scratch a place that can be thrown away, for the members of groups
   */
  public Verification(
      UserSource source,
      UserMapping mapping,
      Target target,
      Ledger ledger,
      PoolScans scans,
      RunLog scratch,
      InstantSource clock) {
    this.source = source;
    this.mapping = mapping;
    this.target = target;
    this.ledger = ledger;
    this.scans = scans;
    this.scratch = scratch;
    this.clock = clock;
  }

  /**
   * Compares.
   *
   * @param only the users to compare; then users whom the source does not list are not checked
   * @throws ConditionException when the target cannot be read back
   */
  public VerificationReport run(Optional<Segment> only, VerificationListener listener)
      throws InterruptedException {
    requireConditions();
    PoolDescription pool = source.describe();
    RunCounts run = new RunCounts(pool.estimatedUsers(), listener, clock);
    VerificationCounts counts = new VerificationCounts(listener, run);
    TargetReading reading = new TargetReading(target, run);
    SeenUsers seen = new SeenUsers();
    new GroupReading(source, scratch, RUN, run).readAll();
    VerifiedBatch batch =
        new VerifiedBatch(
            SyncComparison.about(only, clock.instant()),
            mapping,
            reading,
            ledger,
            scans,
            scratch,
            new KnownGroups(scratch, RUN),
            comparing(pool, only.isEmpty()),
            seen,
            counts,
            run);
    ShardReading shards =
        new ShardReading(source, scratch, RUN, target.describe().batchSize(), batch::on, run);
    shards.readAll();
    if (only.isEmpty()) {
      new BeyondTheSource(reading, ledger, scans, seen, counts).verify();
    }
    return counts.report();
  }

  private Comparing comparing(PoolDescription pool, boolean allUsers) {
    SourceNames planned = DecidedNames.of(source, pool, mapping);
    Set<String> groups =
        planned.groups().stream().map(target::groupAsStored).collect(Collectors.toSet());
    FieldComparison fields =
        new FieldComparison(
            new SourceNames(planned.attributes(), groups),
            target.describe().capabilities().contains(TargetCapability.KEEPS_CREATION_TIME));
    UserMapping ofPool = mapping.of(pool.logins());
    return new Comparing(
        ofPool, new LoginOwners(ledger, ofPool.logins()), target, fields, allUsers);
  }

  private void requireConditions() {
    if (!target.describe().capabilities().contains(TargetCapability.READS_BACK)) {
      throw new ConditionException(
          "The target "
              + target.describe().name()
              + " does not claim to "
              + TargetCapability.READS_BACK.deed()
              + " (READS_BACK). "
              + TargetCapability.READS_BACK.remedy());
    }
    if (target.check() instanceof Readiness.NotReady(String problem, String remedy)) {
      throw new ConditionException(problem + " " + remedy);
    }
  }
}
