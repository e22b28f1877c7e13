package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.estimate.Costs;
import dev.sluice.migration.assess.estimate.MonthlyCost;
import dev.sluice.migration.assess.found.Collisions;
import java.math.BigDecimal;

/** The figures that readers look for first. */
final class Tiles {
  private Tiles() {}

  static Tag of(Assessment assessment) {
    return Tag.of("dl")
        .styled("tiles")
        .add(
            tile(
                "Users",
                Words.of("%,d", assessment.people().total()),
                Words.of("%,d can sign in", assessment.people().canSignIn())),
            tile(
                "Users rejected",
                Words.of("%,d", assessment.obstacles().users()),
                "unless their data is corrected first"),
            tile(
                "Users sharing a value",
                Words.of("%,d", sharing(assessment.collisions())),
                "addresses, usernames, provider accounts"),
            tile(
                "Time to move all profiles",
                Words.time(assessment.times().bulk()),
                "each password moves at the user's first login"),
            tile(
                "Cost per month",
                cost(assessment.costs()),
                assessment.costs().prices().currency()
                    + ", depending on the plan and on active users"));
  }

  private static Tag tile(String what, String figure, String more) {
    return Tag.of("div")
        .add(
            Tag.of("dt", what),
            Tag.of("dd", figure).styled("big"),
            Tag.of("dd", more).styled("note"));
  }

  private static long sharing(Collisions found) {
    return found.emails().values()
        + found.phones().values()
        + found.usernames().values()
        + found.linkedTwice().values();
  }

  private static String cost(Costs costs) {
    MonthlyCost least = costs.months().getFirst();
    MonthlyCost most = costs.months().getLast();
    BigDecimal from = costs.least(least);
    BigDecimal to = costs.most(most);
    String low = Words.of("%,.0f", from);
    String high = Words.of("%,.0f", to);
    return low.equals(high) ? low : low + "–" + high;
  }
}
