package dev.sluice.migration.sync;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.migration.run.RunProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sync has found and done, earlier parts of a resumed one included.
 *
 * @param run its name
 * @param resumed whether it went on where an earlier one had stopped
 * @param drift the first {@link SyncRun#DRIFT_LISTED} differences to users of the target; {@code
 *     found} tells how many there are
 * @param held why users who look gone were left alone; empty when none were
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

  /** How many users there were of this. */
  public long found(Finding what) {
    return found.getOrDefault(what, 0L);
  }
}
