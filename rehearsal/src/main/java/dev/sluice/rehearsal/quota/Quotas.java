package dev.sluice.rehearsal.quota;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many calls a second are answered; a missing category has no bound.
 *
 * @param perSecond by category
 * @param perOperation for each operation that reads a pool's resources or clients; 0 for no bound
 */
public record Quotas(Map<QuotaCategory, Integer> perSecond, int perOperation) {

  public Quotas {
    perSecond.forEach((category, rps) -> {
      if (rps < 1) {
        throw new IllegalArgumentException(
            "A quota is at least 1 call a second; %s was given %d.".formatted(category, rps));
      }
    });
    perSecond = Map.copyOf(perSecond);
  }

  /** Returns the quotas that an account has by default. */
  public static Quotas asAtAws() {
    Map<QuotaCategory, Integer> all = new EnumMap<>(QuotaCategory.class);
    for (QuotaCategory category : QuotaCategory.values()) {
      all.put(category, category.perSecondAtAws());
    }
    return new Quotas(all, 5);
  }

  /** Returns no bounds at all. */
  public static Quotas off() {
    return new Quotas(Map.of(), 0);
  }

  /** Returns the same quotas with another one for one category. */
  public Quotas with(QuotaCategory category, int callsPerSecond) {
    Map<QuotaCategory, Integer> changed = new EnumMap<>(QuotaCategory.class);
    changed.putAll(perSecond);
    changed.put(category, callsPerSecond);
    return new Quotas(changed, perOperation);
  }
}
