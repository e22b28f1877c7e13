package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.Collision;
import dev.sluice.migration.assess.found.Collisions;
import dev.sluice.migration.assess.found.Counts;
import dev.sluice.migration.assess.found.SharedValue;
import dev.sluice.migration.assess.reading.ValueFingerprint.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the fingerprints of one value among all, part by part. For one thread. */
public final class Sharing {
  /** How many users of a shared value are kept by name. */
  private static final int PEOPLE = 5;

  private final ValueFingerprints fingerprints;
  private final Roster roster;
  private final Map<Kind, CollisionCount> found = new EnumMap<>(Kind.class);
  private final Counts<Integer> groupsPerMember = new Counts<>();

  /** A value that users have, as an account whether it was linked or has created the user. */
  private record Shared(Kind kind, long fingerprint) {
    static Shared of(ValueFingerprint value) {
      Kind kind = value.kind();
      return new Shared(kind.isAccount() ? Kind.LINKED : kind, value.fingerprint());
    }
  }

  /** The users who have one value. */
  private static final class Holders {
    long users;
    long federated;
    final List<Long> places = new ArrayList<>();
  }

  public Sharing(ValueFingerprints fingerprints, Roster roster) {
    this.fingerprints = fingerprints;
    this.roster = roster;
    for (int part = 0; part < ValueFingerprints.PARTS; part++) {
      collect(part);
    }
  }

  public Collisions collisions() {
    return new Collisions(of(Kind.EMAIL), of(Kind.PHONE), of(Kind.USERNAME), of(Kind.LINKED));
  }

  /** Returns how many users are in how many groups, without users who are in none. */
  public Counts<Integer> groupsPerMember() {
    return groupsPerMember;
  }

  private Collision of(Kind kind) {
    return found.getOrDefault(kind, new CollisionCount()).result();
  }

  private void collect(int part) {
    Map<Shared, Integer> counts = new HashMap<>();
    Map<Long, Integer> groups = new HashMap<>();
    fingerprints.forEach(
        part,
        fingerprint -> {
          switch (fingerprint.kind()) {
            case FACTS -> {}
            case MEMBERSHIP -> groups.merge(fingerprint.fingerprint(), 1, Integer::sum);
            case EMAIL, PHONE, USERNAME, LINKED, MAKER ->
                counts.merge(Shared.of(fingerprint), 1, Integer::sum);
          }
        });
    groups.values().forEach(groupsPerMember::add);
    Map<Shared, Holders> shared = new HashMap<>();
    counts.forEach((value, count) -> {
      if (count > 1) {
        shared.put(value, new Holders());
      }
    });
    noteShared(part, shared);
  }

  private void noteShared(int part, Map<Shared, Holders> shared) {
    if (shared.isEmpty()) {
      return;
    }
    fingerprints.forEach(
        part,
        fingerprint -> {
          @Nullable Holders holders = shared.get(Shared.of(fingerprint));
          if (holders != null) {
            hold(holders, fingerprint);
          }
        });
    shared.forEach((value, holders) ->
        found.computeIfAbsent(value.kind(), none -> new CollisionCount()).add(named(holders)));
  }

  private static void hold(Holders holders, ValueFingerprint fingerprint) {
    holders.users++;
    holders.federated += fingerprint.federated() ? 1 : 0;
    if (holders.places.size() < PEOPLE) {
      holders.places.add(fingerprint.place());
    }
  }

  private SharedValue named(Holders holders) {
    return new SharedValue(
        holders.users, holders.federated, holders.places.stream().map(roster::at).toList());
  }
}
