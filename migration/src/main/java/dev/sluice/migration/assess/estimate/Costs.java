package dev.sluice.migration.assess.estimate;

import dev.sluice.migration.assess.found.People;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What the pool costs. Cognito has no API that reports how many users are active in a month.
 *
 * @param plan the pool's own, by its name in the prices; empty where it or its price is not known
 * @param activeIsTold whether the owner has said how many are active; otherwise the months stand
 *     for some shares of users who can sign in
 * @param months one when the number is given, otherwise several, the cheapest first
 * @param everybody the month in which all users who can sign in do so
 */
public record Costs(
    Prices prices,
    Optional<String> plan,
    boolean activeIsTold,
    List<MonthlyCost> months,
    MonthlyCost everybody) {
  private static final double[] SHARES = {0.1, 0.3, 0.6};

  public Costs {
    months = List.copyOf(months);
  }

  public static Costs of(
      Prices prices, @Nullable String tier, People people, OptionalLong monthlyActive) {
    Optional<String> plan =
        Optional.ofNullable(tier)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(prices.plans()::containsKey);
    MonthlyCost everybody = month(prices, people, people.canSignIn());
    List<MonthlyCost> months =
        monthlyActive.isPresent()
            ? List.of(month(prices, people, monthlyActive.getAsLong()))
            : DoubleStream.of(SHARES)
                .mapToObj(share -> month(prices, people, Math.round(people.canSignIn() * share)))
                .toList();
    return new Costs(prices, plan, monthlyActive.isPresent(), months, everybody);
  }

  /** Returns what a month costs at least: on the pool's own plan, or on the cheapest. */
  public BigDecimal least(MonthlyCost month) {
    return Collections.min(of(month));
  }

  /** Returns what a month costs at most: on the pool's own plan, or on the dearest. */
  public BigDecimal most(MonthlyCost month) {
    return Collections.max(of(month));
  }

  private Collection<BigDecimal> of(MonthlyCost month) {
    return plan.map(month.byPlan()::get)
        .<Collection<BigDecimal>>map(List::of)
        .orElse(month.byPlan().values());
  }

  /** Assumes that active users are federated as often as all users who can sign in. */
  private static MonthlyCost month(Prices prices, People people, long active) {
    double share =
        people.canSignIn() == 0 ? 0 : (double) people.billAsFederated() / people.canSignIn();
    long federated = Math.round(active * share);
    return new MonthlyCost(active, federated, prices.month(active, federated));
  }
}
