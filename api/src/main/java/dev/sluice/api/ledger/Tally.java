package dev.sluice.api.ledger;

import java.util.Map;

/**
 * How many users stand where.
 *
 * @param by of those in MIGRATED, how they moved
 */
public record Tally(Map<MigrationState, Long> states, Map<MovedBy, Long> by) {
  public Tally {
    states = Map.copyOf(states);
    by = Map.copyOf(by);
  }

  public long in(MigrationState state) {
    return states.getOrDefault(state, 0L);
  }

  public long by(MovedBy how) {
    return by.getOrDefault(how, 0L);
  }

  public long total() {
    return states.values().stream().mapToLong(Long::longValue).sum();
  }
}
