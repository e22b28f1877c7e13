package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.Obstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers the sets of obstacles that users have, so that a user's can be looked up again. There are
 * few: an obstacle is a reason and one of the pool's attributes. Safe for use by many threads.
 */
final class ObstacleSets {
  private final Map<Set<Obstacle>, Integer> numbers = new HashMap<>();
  private final List<Set<Obstacle>> sets = new ArrayList<>(List.of(Set.of()));

  /** Returns the number of a set; 0 for the empty one. */
  synchronized int numberOf(Set<Obstacle> obstacles) {
    if (obstacles.isEmpty()) {
      return 0;
    }
    return numbers.computeIfAbsent(
        Set.copyOf(obstacles),
        added -> {
          sets.add(added);
          return sets.size() - 1;
        });
  }

  synchronized Set<Obstacle> of(int number) {
    return sets.get(number);
  }
}
