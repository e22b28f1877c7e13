package dev.sluice.migration.owner;

import dev.sluice.api.user.Standing;

/** Compares two profiles that claim one login. */
public final class Contenders {
  private Contenders() {}

  /** Returns whether the first has the better claim; of equals it is the one of the lower id. */
  public static boolean isBetter(String id, Standing standing, String otherId, Standing other) {
    int order = standing.compareTo(other);
    return order > 0 || (order == 0 && id.compareTo(otherId) < 0);
  }
}
