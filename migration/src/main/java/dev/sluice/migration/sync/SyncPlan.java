package dev.sluice.migration.sync;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.migration.segment.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sync would find and do.
 *
 * @param only whose changes; empty for those of all users
 * @param outside users who were read and are not in that segment
 * @param found for GONE, users who were not listed; each would be looked up before anything follows
 * @param drift the first {@link SyncRun#DRIFT_LISTED} differences to users of the target
 * @param held why users who seem gone would be left alone; empty when they would not be
 * @param notices what an operator should know
 */
public record SyncPlan(
    MigrationMode mode,
    PoolDescription pool,
    Optional<Segment> only,
    long read,
    long outside,
    Map<Finding, Long> found,
    List<ScanBatch.Drift> drift,
    Optional<String> held,
    List<String> notices) {
  public SyncPlan {
    found = Map.copyOf(found);
    drift = List.copyOf(drift);
    notices = List.copyOf(notices);
  }

  /** Returns how many times this was found. */
  public long found(Finding what) {
    return found.getOrDefault(what, 0L);
  }
}
