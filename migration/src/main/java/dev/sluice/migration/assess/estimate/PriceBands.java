package dev.sluice.migration.assess.estimate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What monthly active users cost.
 *
 * @param above the price of one more user a month above this number; has an entry for 0
 */
public record PriceBands(SortedMap<Long, BigDecimal> above) {
  public PriceBands {
    above = new TreeMap<>(above);
    if (above.isEmpty() || above.firstKey() != 0) {
      throw new IllegalArgumentException("Prices must begin with the one above 0 users.");
    }
  }

  /** Returns what this many users cost together. */
  public BigDecimal of(long users) {
    BigDecimal sum = BigDecimal.ZERO;
    long counted = users;
    for (Map.Entry<Long, BigDecimal> band : new TreeMap<>(above).descendingMap().entrySet()) {
      long inBand = Math.max(0, counted - band.getKey());
      sum = sum.add(band.getValue().multiply(BigDecimal.valueOf(inBand)));
      counted -= inBand;
    }
    return sum;
  }

  /** Returns how many users cost nothing. */
  public long free() {
    return above.entrySet().stream()
        .filter(band -> band.getValue().signum() > 0)
        .mapToLong(Map.Entry::getKey)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** Returns the most that one user can cost. */
  public BigDecimal dearest() {
    return above.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
  }
}
