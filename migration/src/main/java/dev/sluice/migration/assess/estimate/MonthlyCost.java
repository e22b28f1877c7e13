package dev.sluice.migration.assess.estimate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a month of the pool costs.
 *
 * @param active users who do anything in the month
 * @param federated how many of them bill as SAML or OIDC users
 * @param byPlan in the prices' currency
 */
public record MonthlyCost(long active, long federated, SequencedMap<String, BigDecimal> byPlan) {
  public MonthlyCost {
    byPlan = new LinkedHashMap<>(byPlan);
  }
}
