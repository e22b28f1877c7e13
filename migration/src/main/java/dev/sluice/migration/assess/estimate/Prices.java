package dev.sluice.migration.assess.estimate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What the source costs, as data, because prices change more often than programs.
 *
 * @param asOf when they held
 * @param source where they were read
 * @param currency such as {@code USD}
 * @param plans by the plan's name in lower case, for users who sign in with a password or through a
 *     social provider
 * @param federated for users who come through SAML or OIDC, whatever the plan
 * @param perThousandTokens for machines
 */
public record Prices(
    LocalDate asOf,
    String source,
    String currency,
    SequencedMap<String, PriceBands> plans,
    PriceBands federated,
    BigDecimal perThousandTokens) {

  public Prices {
    plans = new LinkedHashMap<>(plans);
  }

  /** Returns the same prices with another source. */
  public Prices from(String other) {
    return new Prices(asOf, other, currency, plans, federated, perThousandTokens);
  }

  /**
   * Returns what a month costs by plan.
   *
   * @param active users who do anything in the month
   * @param activeFederated how many of them bill as SAML or OIDC users
   */
  public SequencedMap<String, BigDecimal> month(long active, long activeFederated) {
    BigDecimal extra = federated.of(activeFederated);
    SequencedMap<String, BigDecimal> costs = new LinkedHashMap<>();
    plans.forEach((plan, bands) -> costs.put(plan, bands.of(active - activeFederated).add(extra)));
    return costs;
  }

  /**
   * Returns the most that looking up this many users can cost, when none of them was active this
   * month.
   */
  public BigDecimal lookups(long users) {
    BigDecimal dearest =
        plans.values().stream()
            .map(PriceBands::dearest)
            .reduce(federated.dearest(), BigDecimal::max);
    return dearest.multiply(BigDecimal.valueOf(users));
  }
}
