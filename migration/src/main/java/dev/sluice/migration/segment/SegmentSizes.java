package dev.sluice.migration.segment;

import dev.sluice.migration.user.UserRecord;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Counts how many users are in each segment, in each two of them, and in none, while users stream
 * by. Safe for use by many threads; what it keeps does not grow with the users.
 */
public final class SegmentSizes {
  private final List<Segment> segments;
  private final Instant now;

  /** How many users are in both the row's segment and the column's. */
  private final AtomicLongArray inBoth;

  private final AtomicLong inNone = new AtomicLong();

  /**
   * @param now what ages are counted to
   */
  public SegmentSizes(List<Segment> segments, Instant now) {
    this.segments = List.copyOf(segments);
    this.now = now;
    this.inBoth = new AtomicLongArray(segments.size() * segments.size());
  }

  /**
   * Counts a user.
   *
   * @param user with groups
   */
  public void add(UserRecord user) {
    int[] in =
        IntStream.range(0, segments.size())
            .filter(i -> segments.get(i).contains(user, now))
            .toArray();
    if (in.length == 0) {
      inNone.incrementAndGet();
    }
    for (int one : in) {
      for (int other : in) {
        inBoth.incrementAndGet(one * segments.size() + other);
      }
    }
  }

  /** The segments in the order in which they were given. */
  public List<Segment> segments() {
    return segments;
  }

  public long in(Segment segment) {
    return inBoth(segment, segment);
  }

  /**
   * How many users are in both.
   *
   * @throws IllegalArgumentException when one is not counted here
   */
  public long inBoth(Segment one, Segment other) {
    return inBoth.get(place(one) * segments.size() + place(other));
  }

  public long inNone() {
    return inNone.get();
  }

  private int place(Segment segment) {
    int place = segments.indexOf(segment);
    if (place < 0) {
      throw new IllegalArgumentException("Not counted here: " + segment.name());
    }
    return place;
  }
}
