package dev.sluice.cognito.call;

import dev.sluice.api.pace.Pace;
import dev.sluice.api.pace.Pacing;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One pace for everything that Cognito throttles separately: a category, or a single operation. */
final class Paces {
  /** The share of a category for which the owner has set nothing. */
  private static final double SHARE = 2.0 / 3;

  private final Pacing pacing;
  private final Map<QuotaCategory, Pace> paces = new EnumMap<>(QuotaCategory.class);
  private final Map<String, Pace> single = new ConcurrentHashMap<>();

  Paces(Pacing pacing, CognitoOptions options) {
    this.pacing = pacing;
    for (QuotaCategory category : QuotaCategory.values()) {
      double share =
          category == QuotaCategory.USER_LIST
              ? options.requestsPerSecond()
              : options.quotas().getOrDefault(category, category.perSecond()) * SHARE;
      paces.put(category, pacing.pace(category.name(), share));
    }
  }

  /** Returns the pace of one operation, which may have a pace of its own. */
  Pace of(QuotaCategory category, String operation) {
    return category.perOperation()
        ? single.computeIfAbsent(operation, name -> pacing.pace(name, share(category)))
        : of(category);
  }

  Pace of(QuotaCategory category) {
    Pace pace = paces.get(category);
    if (pace == null) {
      throw new IllegalStateException("No pace for " + category);
    }
    return pace;
  }

  private static double share(QuotaCategory category) {
    return category.perSecond() * SHARE;
  }
}
