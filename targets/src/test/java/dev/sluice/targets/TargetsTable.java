package dev.sluice.targets;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All targets beside each other, as the table in the README. */
final class TargetsTable {
  private TargetsTable() {}

  /**
   * @param factories in the order of the columns
   */
  static String of(List<TargetFactory> factories) {
    List<String> rows = new ArrayList<>();
    rows.add(
        row("it can", factories, each -> "[%1$s](docs/targets/%1$s.md)".formatted(each.name())));
    rows.add(row("---", factories, each -> "---").replace(" ", ""));
    for (TargetCapability capability : TargetCapability.values()) {
      rows.add(row(capability.deed(), factories, each -> yes(each, capability)));
    }
    rows.add(row("users a batch", factories, each -> number(each.describe().batchSize())));
    rows.add(row("batches at once", factories, each -> number(each.describe().parallelism())));
    rows.add(row("how far it is", factories, TargetFactory::proof));
    return String.join("\n", rows) + "\n";
  }

  private static String row(
      String head, List<TargetFactory> factories, Function<TargetFactory, String> cell) {
    return factories.stream()
        .map(cell)
        .collect(Collectors.joining(" | ", "| " + head + " | ", " |"));
  }

  private static String yes(TargetFactory factory, TargetCapability capability) {
    return factory.describe().capabilities().contains(capability) ? "yes" : "no";
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
