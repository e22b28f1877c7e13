package dev.sluice.cognito;

import dev.sluice.migration.pace.AdaptivePace;
import dev.sluice.migration.pace.Pace;
import java.util.EnumMap;
import java.util.Map;

/** One pace for each category, since Cognito throttles each on its own. */
final class Paces {
  /** What is taken of a category that the owner did not speak of. */
  private static final double SHARE = 2.0 / 3;

  private final Map<QuotaCategory, Pace> paces = new EnumMap<>(QuotaCategory.class);

  Paces(double userListPerSecond) {
    for (QuotaCategory category : QuotaCategory.values()) {
      paces.put(category, new AdaptivePace(category.perSecond() * SHARE));
    }
    paces.put(QuotaCategory.USER_LIST, new AdaptivePace(userListPerSecond));
  }

  Pace of(QuotaCategory category) {
    Pace pace = paces.get(category);
    if (pace == null) {
      throw new IllegalStateException("No pace for " + category);
    }
    return pace;
  }
}
