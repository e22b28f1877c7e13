package dev.sluice.migration.assess.reading;

import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.assess.reading.ValueFingerprint.Kind;
import dev.sluice.migration.segment.SegmentFacts;
import dev.sluice.migration.segment.SegmentSizes;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the facts that segments need of each user among the {@link ValueFingerprints}, and counts
 * from there which users are in which segment. Groups are read in chains of their own, so a user's
 * facts come together only there.
 *
 * <p>The place of a fingerprint holds 30 facts and which 30 they are. The place of a membership is
 * 0 where no segment uses the group, and otherwise the place of its fact, counted from 1.
 */
public final class SegmentFingerprints {
  static final int FACTS_EACH = 30;
  private static final long ALL = (1L << FACTS_EACH) - 1;

  /** As many as the place of a fingerprint can tell apart: 122,880. */
  static final int MOST_FACTS = FACTS_EACH << (ValueFingerprint.PLACE_BITS - FACTS_EACH);

  private final SegmentFacts facts;
  private final Map<String, Integer> groups;

  public SegmentFingerprints(SegmentFacts facts) {
    if (facts.size() > MOST_FACTS) {
      throw new IllegalArgumentException(
          "The segments use %,d different conditions; at most %,d can be counted."
              .formatted(facts.size(), MOST_FACTS));
    }
    this.facts = facts;
    this.groups = facts.groups();
  }

  /** Returns the place for the fingerprint of a membership in this group. */
  long placeOf(String group) {
    Integer place = groups.get(group);
    return place == null ? 0 : place + 1;
  }

  /** Keeps the facts of a user that segments need. */
  void add(UserRecord user, int chain, ValueFingerprints fingerprints, KeyedHash hash) {
    if (facts.segments().isEmpty()) {
      return;
    }
    long fingerprint = fingerprint(hash, user.id());
    long[] all = facts.of(user).toLongArray();
    for (int from = 0, part = 0; from < Math.max(1, facts.size()); from += FACTS_EACH, part++) {
      long place = (long) part << FACTS_EACH | bits(all, from);
      fingerprints.add(new ValueFingerprint(Kind.FACTS, fingerprint, false, chain, place));
    }
  }

  /** Returns the same value for a user's facts and memberships, so that they lie together. */
  static long fingerprint(KeyedHash hash, UserId id) {
    return hash.of(Kind.MEMBERSHIP, id.value());
  }

  private static long bits(long[] all, int from) {
    return BitSet.valueOf(all).get(from, from + FACTS_EACH).stream()
        .mapToLong(bit -> 1L << bit)
        .reduce(0, (one, other) -> one | other);
  }

  /** Counts all users, part by part. */
  public SegmentSizes sizes(ValueFingerprints fingerprints) {
    SegmentSizes sizes = new SegmentSizes(facts.segments());
    if (!facts.segments().isEmpty()) {
      for (int part = 0; part < ValueFingerprints.PARTS; part++) {
        count(fingerprints, part, sizes);
      }
    }
    return sizes;
  }

  private void count(ValueFingerprints fingerprints, int part, SegmentSizes sizes) {
    Map<Long, BitSet> users = new HashMap<>();
    fingerprints.forEach(
        part,
        fingerprint -> {
          if (fingerprint.kind() == Kind.FACTS) {
            note(
                users.computeIfAbsent(fingerprint.fingerprint(), none -> new BitSet()),
                fingerprint.place());
          }
        });
    fingerprints.forEach(
        part,
        fingerprint -> {
          BitSet user = users.get(fingerprint.fingerprint());
          if (fingerprint.kind() == Kind.MEMBERSHIP && fingerprint.place() > 0 && user != null) {
            user.set((int) fingerprint.place() - 1);
          }
        });
    users.values().forEach(user -> sizes.add(facts.segmentsOf(user)));
  }

  private static void note(BitSet user, long place) {
    int from = (int) (place >>> FACTS_EACH) * FACTS_EACH;
    BitSet.valueOf(new long[] {place & ALL}).stream().forEach(bit -> user.set(from + bit));
  }
}
