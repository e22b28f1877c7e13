package dev.sluice.migration.repair;

import dev.sluice.migration.run.RunProgress;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a repair.
 *
 * @param run its name
 * @param resumed whether it resumed an earlier one
 * @param found how many users there were of each damage, in the pool as it was read
 * @param mended how many of them are as they should be now
 * @param unmended some users who are not
 * @param notices what an operator should know
 */
public record RepairReport(
    String run,
    boolean resumed,
    RunProgress totals,
    Map<Damage, Long> found,
    Map<Damage, Long> mended,
    List<Damaged> unmended,
    List<String> notices) {
  public RepairReport {
    found = Map.copyOf(found);
    mended = Map.copyOf(mended);
    unmended = List.copyOf(unmended);
    notices = List.copyOf(notices);
  }

  public long found(Damage damage) {
    return found.getOrDefault(damage, 0L);
  }

  public long mended(Damage damage) {
    return mended.getOrDefault(damage, 0L);
  }

  /** Returns how many users are not as they should be. */
  public long open() {
    return found.values().stream().mapToLong(Long::longValue).sum()
        - mended.values().stream().mapToLong(Long::longValue).sum();
  }
}
