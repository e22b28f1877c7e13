package dev.sluice.migration.sync;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.migration.run.RunKind;
import java.util.Optional;
import java.util.stream.Stream;

/** The conditions for starting a sync, each with what to do if it does not hold. */
public final class SyncConditions {
  private SyncConditions() {}

  /** Returns why the target cannot take a sync; empty when it can. */
  public static Optional<String> of(MigrationMode mode, Target target) {
    if (mode.writesProfilesFirst()) {
      Optional<String> unclaimed =
          Stream.of(TargetCapability.UPDATES, TargetCapability.REMOVES)
              .filter(need -> !target.describe().capabilities().contains(need))
              .findFirst()
              .map(need -> refusal(target.describe().name(), need));
      if (unclaimed.isPresent()) {
        return unclaimed;
      }
    }
    return switch (target.check()) {
      case Readiness.Ready _ -> Optional.empty();
      case Readiness.NotReady not -> Optional.of(not.problem() + " " + not.remedy());
    };
  }

  private static String refusal(String target, TargetCapability need) {
    return "The target "
        + target
        + " does not claim to "
        + need.deed()
        + " ("
        + need
        + "), so what has changed in the pool cannot follow. "
        + need.remedy();
  }

  /** Returns why an unfinished bulk run of all users prevents a sync; empty when none does. */
  public static Optional<String> ofBulk(RunLog runs) {
    return runs.unfinished(RunKind.BULK).stream()
        .filter(run -> run.scope().isEmpty())
        .findFirst()
        .map(run ->
            "The bulk run "
                + run.name()
                + " was cut short. Finish it first: sluice bulk --execute");
  }

  /** Returns why the pool is the wrong one; empty when it is the one that was scanned before. */
  public static Optional<String> ofPool(Optional<PoolScan> before, String pool) {
    return before
        .filter(scan -> !scan.pool().equals(pool))
        .map(scan ->
            "The ledger belongs to user pool "
                + scan.pool()
                + ", and sluice.yaml names "
                + pool
                + ". Correct user-pool-id, or name another ledger in ledger.url.");
  }
}
