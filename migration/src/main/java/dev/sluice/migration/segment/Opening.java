package dev.sluice.migration.segment;

import dev.sluice.api.user.UserRecord;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which users' passwords may move now, and what the others are told.
 *
 * @param segments the segments that are open; empty when every password may move
 * @param oldSystem where the others can log in meanwhile; empty when they are only told to wait
 */
public record Opening(Optional<List<Segment>> segments, Optional<URI> oldSystem) {
  public static final Opening EVERYBODY = new Opening(Optional.empty(), Optional.empty());

  public Opening {
    segments = segments.map(List::copyOf);
  }

  /**
   * Returns whether a user's password may move.
   *
   * @param user with groups
   */
  public boolean admits(UserRecord user, Instant now) {
    return segments.isEmpty()
        || segments.get().stream().anyMatch(segment -> segment.contains(user, now));
  }
}
