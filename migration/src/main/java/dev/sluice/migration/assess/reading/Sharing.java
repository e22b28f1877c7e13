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
    return new Collisions(of(Kind.EMAIL), of(Kind.PHONE), of(Kind.USERNAME), of(Kind.IDENTITY));
  }

  /** Returns how many users are in how many groups, without users who are in none. */
  public Counts<Integer> groupsPerMember() {
    return groupsPerMember;
  }

  private Collision of(Kind kind) {
    return found.getOrDefault(kind, new CollisionCount()).result();
  }

  private void collect(int part) {
    Map<Long, Integer> counts = new HashMap<>();
    Map<Long, Integer> groups = new HashMap<>();
    fingerprints.forEach(
        part,
        fingerprint -> {
          switch (fingerprint.kind()) {
            case FACTS -> {}
            case MEMBERSHIP -> groups.merge(fingerprint.fingerprint(), 1, Integer::sum);
            case EMAIL, PHONE, USERNAME, IDENTITY ->
                counts.merge(fingerprint.fingerprint(), 1, Integer::sum);
          }
        });
    groups.values().forEach(groupsPerMember::add);
    Map<Long, Holders> shared = new HashMap<>();
    counts.forEach((value, count) -> {
      if (count > 1) {
        shared.put(value, new Holders());
      }
    });
    noteShared(part, shared);
  }

  private void noteShared(int part, Map<Long, Holders> shared) {
    if (shared.isEmpty()) {
      return;
    }
    Map<Long, Kind> kinds = new HashMap<>();
    fingerprints.forEach(
        part,
        fingerprint -> {
          @Nullable Holders holders = shared.get(fingerprint.fingerprint());
          if (holders != null
              && fingerprint.kind() != Kind.MEMBERSHIP
              && fingerprint.kind() != Kind.FACTS) {
            kinds.put(fingerprint.fingerprint(), fingerprint.kind());
            hold(holders, fingerprint);
          }
        });
    kinds.forEach((value, kind) ->
        found
            .computeIfAbsent(kind, none -> new CollisionCount())
            .add(named(shared.getOrDefault(value, new Holders()))));
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
