package dev.sluice.migration.owner;

import dev.sluice.api.user.Standing;
import java.util.Comparator;

/**
 * A profile that claims a login; the greatest has the best claim. A username is its owner's before
 * it is anybody's email address; then the best {@link Standing} owns it; of equals it is the one of
 * the lower id.
 *
 * @param ownsUsername whether the login is the profile's username
 */
public record Contender(boolean ownsUsername, Standing standing, String id)
    implements Comparable<Contender> {
  private static final Comparator<Contender> ORDER =
      Comparator.comparing(Contender::ownsUsername)
          .thenComparing(Contender::standing)
          .thenComparing(Contender::id, Comparator.reverseOrder());

  /** Returns whether this one has the better claim. */
  public boolean isBetterThan(Contender other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Contender other) {
    return ORDER.compare(this, other);
  }
}
