package dev.sluice.api.ledger;

import java.util.Map;

/**
 * How many users are in each state.
 *
 * @param by how the users in MIGRATED moved
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
