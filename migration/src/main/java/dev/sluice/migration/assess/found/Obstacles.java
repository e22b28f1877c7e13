package dev.sluice.migration.assess.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** The obstacles that were found, and users who have them. For one thread. */
public final class Obstacles {
  /** How many users are kept by name for each. */
  static final int EXAMPLES = 20;

  private final Counts<Obstacle> counts = new Counts<>();
  private final Map<Obstacle, List<Affected>> examples = new TreeMap<>();
  private long users;

  public void add(Set<Obstacle> found, Person person) {
    users += found.isEmpty() ? 0 : 1;
    for (Obstacle obstacle : found) {
      counts.add(obstacle);
      remember(obstacle, new Affected(person, Optional.empty()));
    }
  }

  /** Adds a user who would be rejected because of another. */
  public void add(Obstacle obstacle, Affected user) {
    users++;
    counts.add(obstacle);
    remember(obstacle, user);
  }

  /** Takes back what was added of a user, because it is decided otherwise. */
  public void remove(Set<Obstacle> found, Person person) {
    users -= found.isEmpty() ? 0 : 1;
    for (Obstacle obstacle : found) {
      counts.remove(obstacle);
      examples
          .getOrDefault(obstacle, new ArrayList<>())
          .removeIf(example -> example.person().equals(person));
    }
  }

  public void add(Obstacles others) {
    users += others.users;
    counts.add(others.counts);
    others.examples.forEach((obstacle, people) -> people.forEach(user -> remember(obstacle, user)));
  }

  private void remember(Obstacle obstacle, Affected user) {
    List<Affected> people = examples.computeIfAbsent(obstacle, none -> new ArrayList<>());
    if (people.size() < EXAMPLES) {
      people.add(user);
    }
  }

  /** Returns how many users have at least one obstacle. */
  public long users() {
    return users;
  }

  /** Returns how many users have each obstacle, the most frequent first. */
  public SequencedMap<Obstacle, Long> all() {
    return counts.largestFirst();
  }

  /** Returns some users who have it, at most 20. */
  public List<Affected> examples(Obstacle obstacle) {
    return List.copyOf(examples.getOrDefault(obstacle, List.of()));
  }
}
