package dev.sluice.migration.assess.found;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many users are of which kind. For one thread.
 *
 * @param <K> the kind; there must be few
 */
public final class Counts<K extends Comparable<? super K>> {
  private final Map<K, Long> counts = new TreeMap<>();

  public void add(K kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  void remove(K kind) {
    counts.computeIfPresent(kind, (same, count) -> count == 1 ? null : count - 1);
  }

  void add(Counts<K> others) {
    others.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
  }

  public long of(K kind) {
    return counts.getOrDefault(kind, 0L);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Returns the counts in the order of the kinds. */
  public SequencedMap<K, Long> inOrder() {
    return new LinkedHashMap<>(counts);
  }

  /** Returns the counts, the kind with the most users first. */
  public SequencedMap<K, Long> largestFirst() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, Long::sum, LinkedHashMap::new));
  }
}
