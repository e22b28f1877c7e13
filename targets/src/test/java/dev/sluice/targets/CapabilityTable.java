package dev.sluice.targets;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.TargetFactory;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a target claims, and what to do about what it does not, as the table in its page. */
final class CapabilityTable {
  private CapabilityTable() {}

  static String of(TargetFactory factory) {
    TargetDescription target = factory.describe();
    return Stream.of(TargetCapability.values())
            .map(capability -> row(capability, factory))
            .collect(
                Collectors.joining(
                    "\n", "| it can | | how, or what to do instead |\n|---|---|---|\n", "\n"))
        + String.format(
            Locale.ROOT,
            "\nUsers a batch: %,d. Batches at once: %d.\n",
            target.batchSize(),
            target.parallelism());
  }

  private static String row(TargetCapability capability, TargetFactory factory) {
    boolean claimed = factory.describe().capabilities().contains(capability);
    return "| %s | %s | %s |"
        .formatted(
            capability.deed(),
            claimed ? "yes" : "no",
            factory
                .notes()
                .getOrDefault(capability, claimed ? capability.meaning() : capability.remedy()));
  }
}
