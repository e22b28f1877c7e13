package dev.sluice.migration.assess;

import com.google.errorprone.annotations.FormatMethod;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.migration.assess.Sign.Side;
import dev.sluice.migration.assess.Sign.Weight;
import dev.sluice.migration.assess.estimate.Costs;
import dev.sluice.migration.assess.estimate.MonthlyCost;
import dev.sluice.migration.assess.found.FactorKind;
import dev.sluice.migration.assess.found.MfaShares;
import dev.sluice.migration.assess.found.People;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Derives signs for staying and for leaving from what was found. */
final class Signs {
  /**
   * Below this a month, in whatever currency, money is no reason: a judgement of Sluice's authors.
   */
  private static final BigDecimal LITTLE_MONEY = BigDecimal.valueOf(500);

  private final List<Sign> signs = new ArrayList<>();

  private Signs() {}

  static List<Sign> of(PoolInventory pool, People people, Costs costs, Optional<MfaShares> mfa) {
    Signs signs = new Signs();
    signs.price(costs);
    signs.federation(people, costs);
    mfa.ifPresent(signs::secondFactors);
    signs.signs.addAll(PoolSigns.of(pool, costs.prices()));
    return signs.signs;
  }

  private void price(Costs costs) {
    MonthlyCost everybody = costs.everybody();
    if (costs.least(everybody).signum() == 0) {
      add(
          Side.STAY,
          Weight.MUCH,
          "Even if all users who can sign in did so every month (%,d users), %s would cost"
              + " nothing.",
          everybody.active(),
          plan(costs, "the cheapest plan"));
    } else if (costs.most(everybody).compareTo(LITTLE_MONEY) < 0) {
      add(
          Side.STAY,
          Weight.SOME,
          "Even if all users who can sign in did so every month (%,d users), %s would cost"
              + " %s: hardly more than running your own system.",
          everybody.active(),
          plan(costs, "the dearest plan"),
          money(costs, costs.most(everybody)));
    } else {
      range(costs);
    }
  }

  private void range(Costs costs) {
    MonthlyCost least = costs.months().getFirst();
    MonthlyCost most = costs.months().getLast();
    if (costs.least(most).signum() == 0) {
      add(
          Side.STAY,
          Weight.SOME,
          "With %,d active users a month %s costs nothing.",
          most.active(),
          plan(costs, "the cheapest plan"));
    } else if (costs.activeIsTold()) {
      add(
          Side.LEAVE,
          Weight.SOME,
          "With %,d active users the pool costs %s a month. Compare that with what the new"
              + " system costs to run.",
          most.active(),
          range(costs, most, most));
    } else {
      add(
          Side.LEAVE,
          Weight.LITTLE,
          "The pool costs %s a month, depending on how many users are active, which is not"
              + " known: give the number with --monthly-active.",
          range(costs, least, most));
    }
  }

  private void federation(People people, Costs costs) {
    long federated = people.billAsFederated();
    BigDecimal price = costs.prices().federated().of(federated);
    if (price.compareTo(LITTLE_MONEY) >= 0) {
      add(
          Side.LEAVE,
          Weight.SOME,
          "%,d users come through SAML or OIDC, or are linked to it, and bill as such: up to %s a"
              + " month when all are active, on any plan.",
          federated,
          money(costs, price));
    } else if (federated == 0) {
      add(
          Side.STAY,
          Weight.LITTLE,
          "No user comes through SAML or OIDC, so you do not pay their price.");
    }
  }

  private void secondFactors(MfaShares mfa) {
    long known = mfa.asked() - mfa.gone();
    long app = mfa.kinds().of(FactorKind.TOTP) + mfa.kinds().of(FactorKind.SEVERAL);
    if (known > 0 && app * 5 >= known) {
      add(
          Side.STAY,
          Weight.SOME,
          "About %.0f %% of the users have an authenticator app and must set it up again:"
              + " Cognito does not export TOTP secrets.",
          100.0 * app / known);
    }
  }

  @FormatMethod
  private void add(Side side, Weight weight, String text, Object... values) {
    signs.add(new Sign(side, weight, String.format(Locale.ROOT, text, values)));
  }

  private static String plan(Costs costs, String otherwise) {
    return costs.plan().map(name -> "its plan (" + name + ")").orElse(otherwise);
  }

  private static String range(Costs costs, MonthlyCost from, MonthlyCost to) {
    String least = money(costs, costs.least(from));
    String most = money(costs, costs.most(to));
    return least.equals(most) ? least : "from " + least + " to " + most;
  }

  private static String money(Costs costs, BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f %s", amount, costs.prices().currency());
  }
}
