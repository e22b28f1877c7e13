package dev.sluice.migration.repair;

import dev.sluice.api.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts damages, and names some of each kind, while many threads find them. */
final class Damages {
  private final Map<Damage, Long> counts = new EnumMap<>(Damage.class);
  private final Map<Damage, List<Damaged>> named = new EnumMap<>(Damage.class);

  synchronized void add(Damage damage, LedgerEntry entry) {
    counts.merge(damage, 1L, Long::sum);
    List<Damaged> names = named.computeIfAbsent(damage, kind -> new ArrayList<>());
    if (names.size() < Damaged.NAMED) {
      names.add(new Damaged(entry.id(), entry.username(), damage));
    }
  }

  synchronized Map<Damage, Long> counts() {
    return Map.copyOf(counts);
  }

  synchronized List<Damaged> named() {
    return named.values().stream().flatMap(List::stream).toList();
  }
}
