package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.Collision;
import dev.sluice.migration.assess.found.Collisions;
import dev.sluice.migration.assess.found.Counts;
import dev.sluice.migration.assess.found.SharedValue;
import dev.sluice.migration.assess.reading.Mark.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds among all marks those of one value, part by part. For one thread. */
public final class Sharing {
  /** How many users of a shared value are kept by name. */
  private static final int PEOPLE = 5;

  private final Marks marks;
  private final Roster roster;
  private final Map<Kind, CollisionCount> found = new EnumMap<>(Kind.class);
  private final Counts<Integer> groupsPerMember = new Counts<>();

  /** Who has one value. */
  private static final class Holders {
    long users;
    long federated;
    final List<Long> places = new ArrayList<>();
  }

  public Sharing(Marks marks, Roster roster) {
    this.marks = marks;
    this.roster = roster;
    for (int part = 0; part < Marks.PARTS; part++) {
      look(part);
    }
  }

  public Collisions collisions() {
    return new Collisions(of(Kind.EMAIL), of(Kind.PHONE), of(Kind.USERNAME), of(Kind.IDENTITY));
  }

  /** How many users are in how many groups, those in none left out. */
  public Counts<Integer> groupsPerMember() {
    return groupsPerMember;
  }

  private Collision of(Kind kind) {
    return found.getOrDefault(kind, new CollisionCount()).result();
  }

  private void look(int part) {
    Map<Long, Integer> counts = new HashMap<>();
    Map<Long, Integer> groups = new HashMap<>();
    marks.forEach(
        part,
        mark -> {
          switch (mark.kind()) {
            case FACTS -> {}
            case MEMBERSHIP -> groups.merge(mark.fingerprint(), 1, Integer::sum);
            case EMAIL, PHONE, USERNAME, IDENTITY ->
                counts.merge(mark.fingerprint(), 1, Integer::sum);
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
    marks.forEach(
        part,
        mark -> {
          @Nullable Holders holders = shared.get(mark.fingerprint());
          if (holders != null && mark.kind() != Kind.MEMBERSHIP && mark.kind() != Kind.FACTS) {
            kinds.put(mark.fingerprint(), mark.kind());
            hold(holders, mark);
          }
        });
    kinds.forEach((value, kind) ->
        found
            .computeIfAbsent(kind, none -> new CollisionCount())
            .add(named(shared.getOrDefault(value, new Holders()))));
  }

  private static void hold(Holders holders, Mark mark) {
    holders.users++;
    holders.federated += mark.federated() ? 1 : 0;
    if (holders.places.size() < PEOPLE) {
      holders.places.add(mark.place());
    }
  }

  private SharedValue named(Holders holders) {
    return new SharedValue(
        holders.users, holders.federated, holders.places.stream().map(roster::at).toList());
  }
}
