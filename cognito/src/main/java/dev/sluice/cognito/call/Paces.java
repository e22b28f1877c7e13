package dev.sluice.cognito.call;

import dev.sluice.api.pace.Pace;
import dev.sluice.api.pace.Pacing;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One pace for whatever Cognito throttles on its own: a category, or a single operation. */
final class Paces {
  /** What is taken of a category that the owner did not speak of. */
  private static final double SHARE = 2.0 / 3;

  private final Pacing pacing;
  private final Map<QuotaCategory, Pace> paces = new EnumMap<>(QuotaCategory.class);
  private final Map<String, Pace> single = new ConcurrentHashMap<>();

  Paces(Pacing pacing, double userListPerSecond) {
    this.pacing = pacing;
    for (QuotaCategory category : QuotaCategory.values()) {
      double share = category == QuotaCategory.USER_LIST ? userListPerSecond : share(category);
      paces.put(category, pacing.pace(category.name(), share));
    }
  }

  /** The pace of one operation, which it may have to itself. */
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
