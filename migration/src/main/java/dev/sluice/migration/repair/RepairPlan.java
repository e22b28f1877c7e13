package dev.sluice.migration.repair;

import dev.sluice.api.source.PoolDescription;
import java.util.List;
import java.util.Map;

/**
 * What a repair would do, or has done.
 *
 * @param pool whose users are read again if any are to be written
 * @param counts how many users there are of each damage; damages without any are absent
 * @param named some users of each damage
 * @param notices what an operator should know
 */
public record RepairPlan(
    PoolDescription pool, Map<Damage, Long> counts, List<Damaged> named, List<String> notices) {
  public RepairPlan {
    counts = Map.copyOf(counts);
    named = List.copyOf(named);
    notices = List.copyOf(notices);
  }

  public long of(Damage damage) {
    return counts.getOrDefault(damage, 0L);
  }
}
