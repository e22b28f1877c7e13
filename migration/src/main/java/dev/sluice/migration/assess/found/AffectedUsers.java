package dev.sluice.migration.assess.found;

import java.util.ArrayList;
import java.util.List;

/** Users of whom the same becomes. For one thread. */
public final class AffectedUsers {
  /** How many users are kept by name. */
  public static final int EXAMPLES = 1000;

  private final List<Affected> examples = new ArrayList<>();
  private long users;

  public void add(Affected user) {
    users++;
    if (examples.size() < EXAMPLES) {
      examples.add(user);
    }
  }

  /** Returns how many there are. */
  public long users() {
    return users;
  }

  /** Returns some of them, at most 1,000. */
  public List<Affected> examples() {
    return List.copyOf(examples);
  }
}
