package dev.sluice.migration.sync;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.migration.run.RunProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sync has found and done, including earlier parts of a resumed one.
 *
 * @param run its name
 * @param resumed whether it resumed an earlier one
 * @param drift the first {@link SyncRun#DRIFT_LISTED} differences to users of the target; {@code
 *     found} has their number
 * @param held why users who seem gone were left alone; empty when none were
 * @param notices what an operator should know, in the order it happened
 */
public record SyncReport(
    String run,
    boolean resumed,
    RunProgress totals,
    Map<Finding, Long> found,
    List<ScanBatch.Drift> drift,
    Optional<String> held,
    List<String> notices) {
  public SyncReport {
    found = Map.copyOf(found);
    drift = List.copyOf(drift);
    notices = List.copyOf(notices);
  }

  /** Returns how many times this was found. */
  public long found(Finding what) {
    return found.getOrDefault(what, 0L);
  }
}
