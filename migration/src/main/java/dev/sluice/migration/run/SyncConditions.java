package dev.sluice.migration.run;

import dev.sluice.migration.Way;
import dev.sluice.migration.ledger.Look;
import dev.sluice.migration.ledger.RunLog;
import dev.sluice.migration.target.Readiness;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.TargetCapability;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What must hold before a sync may start; each is told with what to do. */
public final class SyncConditions {
  private SyncConditions() {}

  /** Why the target cannot take it; empty when it can. */
  public static Optional<String> of(Way way, Target target) {
    Set<TargetCapability> missing = EnumSet.of(TargetCapability.UPDATES, TargetCapability.REMOVES);
    missing.removeAll(target.describe().capabilities());
    if (way.writesProfilesFirst() && !missing.isEmpty()) {
      return Optional.of(
          "The target "
              + target.describe().name()
              + " does not do "
              + missing
              + ", so what has changed in the pool cannot follow. sluice bulk --execute brings new"
              + " users; let nobody change profiles in the pool until the migration is done.");
    }
    return switch (target.check()) {
      case Readiness.Ready _ -> Optional.empty();
      case Readiness.NotReady not -> Optional.of(not.problem() + " " + not.remedy());
    };
  }

  /** Why a bulk run of everybody stands in the way; empty when none does. */
  public static Optional<String> ofBulk(RunLog runs) {
    return runs.unfinished(BulkRun.KIND).stream()
        .filter(run -> run.scope().isEmpty())
        .findFirst()
        .map(run ->
            "The bulk run "
                + run.name()
                + " was cut short. Finish it first: sluice bulk --execute");
  }

  /** Why the pool is the wrong one; empty when it is the one that was looked at before. */
  public static Optional<String> ofPool(Optional<Look> before, String pool) {
    return before
        .filter(look -> !look.pool().equals(pool))
        .map(look ->
            "The ledger has looked at user pool "
                + look.pool()
                + ", and sluice.yaml names "
                + pool
                + ". Correct user-pool-id, or name another ledger in ledger.url.");
  }
}
