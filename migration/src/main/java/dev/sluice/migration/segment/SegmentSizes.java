package dev.sluice.migration.segment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts how many users are in each segment, in each two of them, and in none. Safe for use by many
 * threads; what it keeps does not grow with the users.
 */
public final class SegmentSizes {
  private final List<Segment> segments;

  /** How many users are in both the row's segment and the column's. */
  private final AtomicLongArray inBoth;

  private final AtomicLong inNone = new AtomicLong();

  public SegmentSizes(List<Segment> segments) {
    this.segments = List.copyOf(segments);
    this.inBoth = new AtomicLongArray(segments.size() * segments.size());
  }

  /**
   * Counts a user.
   *
   * @param in which segments the user is in, by their order
   */
  public void add(BitSet in) {
    if (in.isEmpty()) {
      inNone.incrementAndGet();
    }
    in.stream()
        .forEach(one ->
            in.stream().forEach(other -> inBoth.incrementAndGet(one * segments.size() + other)));
  }

  /** Returns the segments in the order in which they were given. */
  public List<Segment> segments() {
    return segments;
  }

  public long in(Segment segment) {
    return inBoth(segment, segment);
  }

  /**
   * Returns how many users are in both.
   *
   * @throws IllegalArgumentException when one is not counted here
   */
  public long inBoth(Segment one, Segment other) {
    return inBoth.get(place(one) * segments.size() + place(other));
  }

  /** Returns every pair of segments once, those that share the most users first. */
  public List<SegmentOverlap> overlaps() {
    List<SegmentOverlap> all = new ArrayList<>();
    for (int one = 0; one < segments.size(); one++) {
      for (int other = one + 1; other < segments.size(); other++) {
        all.add(
            new SegmentOverlap(
                segments.get(one), segments.get(other), inBoth.get(one * segments.size() + other)));
      }
    }
    all.sort(Comparator.comparingLong(SegmentOverlap::users).reversed());
    return all;
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
