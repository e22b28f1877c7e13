package dev.sluice.migration.segment;

import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.segment.Condition.InGroup;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The facts that segments need of a user, as bits. All but the groups are known when a user is
 * read; group membership is often known only later, when the user is no longer at hand.
 */
public final class SegmentFacts {
  private final List<Segment> segments;
  private final Instant now;
  private final List<Condition.Simple> asked;
  private final Map<Condition.Simple, Integer> places = new HashMap<>();

  /**
   * @param now the time at which ages are computed
   */
  public SegmentFacts(List<Segment> segments, Instant now) {
    this.segments = List.copyOf(segments);
    this.now = now;
    this.asked = Conditions.in(segments);
    IntStream.range(0, asked.size()).forEach(place -> places.put(asked.get(place), place));
  }

  /** Returns the segments in the order in which they were given. */
  public List<Segment> segments() {
    return segments;
  }

  /** Returns how many facts there are. */
  public int size() {
    return asked.size();
  }

  /** Returns the facts of a user; groups only as far as the user has them already. */
  public BitSet of(UserRecord user) {
    Membership membership = new Membership(user, now);
    BitSet facts = new BitSet(asked.size());
    IntStream.range(0, asked.size())
        .filter(place -> membership.fulfils(asked.get(place)))
        .forEach(facts::set);
    return facts;
  }

  /** Returns the names of the groups that segments use, each with the place of its fact. */
  public Map<String, Integer> groups() {
    Map<String, Integer> groups = new HashMap<>();
    places.forEach((condition, place) -> {
      if (condition instanceof InGroup(var name)) {
        groups.put(name, place);
      }
    });
    return groups;
  }

  /** Returns which segments a user with these facts is in, by their order. */
  public BitSet segmentsOf(BitSet facts) {
    BitSet in = new BitSet(segments.size());
    IntStream.range(0, segments.size())
        .filter(i -> Conditions.hold(segments.get(i).condition(), each -> has(facts, each)))
        .forEach(in::set);
    return in;
  }

  private boolean has(BitSet facts, Condition.Simple condition) {
    Integer place = places.get(condition);
    return place != null && facts.get(place);
  }
}
