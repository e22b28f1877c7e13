package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.MoneyText;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.estimate.Costs;
import dev.sluice.migration.assess.estimate.MonthlyCost;
import java.util.ArrayList;
import java.util.List;

/** What the pool costs. */
final class MoneyPart {
  private MoneyPart() {}

  static Part of(Assessment assessment) {
    Costs costs = assessment.costs();
    List<Tag> rows = new ArrayList<>();
    costs.months().forEach(month -> rows.add(row(Words.of("%,d", month.active()), month)));
    rows.add(
        row(
            Words.of("%,d, all users who can sign in", costs.everybody().active()),
            costs.everybody()));
    return new Part(
        "costs",
        "Cost per month",
        Tag.of("div")
            .add(
                Tag.of("p", MoneyText.basis(costs)),
                Tables.table(
                    "By plan, in " + costs.prices().currency(), Tables.header(titles(costs)), rows),
                Tables.note(Words.prices(costs.prices()))));
  }

  private static String[] titles(Costs costs) {
    List<String> titles = new ArrayList<>(List.of("Active users"));
    titles.addAll(costs.prices().plans().keySet());
    return titles.toArray(String[]::new);
  }

  private static Tag row(String active, MonthlyCost month) {
    return Tables.row(
        active,
        month.byPlan().values().stream()
            .map(cost -> Words.of("%,.2f", cost))
            .toArray(String[]::new));
  }
}
