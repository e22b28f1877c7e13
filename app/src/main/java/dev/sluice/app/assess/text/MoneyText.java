package dev.sluice.app.assess.text;

import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.estimate.Costs;
import dev.sluice.migration.assess.estimate.MonthlyCost;
import java.util.ArrayList;
import java.util.List;

/** Formats what the pool costs as lines. */
public final class MoneyText {
  private MoneyText() {}

  static List<String> lines(Assessment assessment) {
    Costs costs = assessment.costs();
    List<String> lines = new ArrayList<>(List.of("", "Cost per month"));
    lines.add("  " + basis(costs));
    costs.months().forEach(month -> lines.add("  " + line(costs, month, "active")));
    if (!costs.activeIsTold()) {
      lines.add(
          "  " + line(costs, costs.everybody(), "active, which is all users who can sign in"));
    }
    lines.add("  " + Words.prices(costs.prices()));
    return lines;
  }

  /** Returns what the figures are based on. */
  public static String basis(Costs costs) {
    String plan = costs.plan().map(name -> "The pool is on the plan " + name + ". ").orElse("");
    return plan + active(costs);
  }

  private static String active(Costs costs) {
    return costs.activeIsTold()
        ? "The number of active users is from --monthly-active."
        : "No API reports how many users are active in a month; your bill does. These figures are"
            + " for 10, 30 and 60 % of the users who can sign in; give your own with"
            + " --monthly-active.";
  }

  private static String line(Costs costs, MonthlyCost month, String active) {
    StringBuilder line = new StringBuilder(Words.of("%,d %s:", month.active(), active));
    month
        .byPlan()
        .forEach((plan, cost) ->
            line.append(' ')
                .append(plan)
                .append(' ')
                .append(Words.money(cost, costs.prices().currency()))
                .append(','));
    line.setLength(line.length() - 1);
    return line.toString();
  }
}
