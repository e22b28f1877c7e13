package dev.sluice.targets;

import dev.sluice.api.target.TargetOption;
import java.util.List;
import java.util.stream.Collectors;

/** A target's options as the table in its page. */
final class OptionsTable {
  private OptionsTable() {}

  static String of(List<TargetOption> options) {
    return options.stream()
        .map(OptionsTable::row)
        .collect(
            Collectors.joining(
                "\n",
                "| key | needed | secret | default | example | meaning |\n|---|---|---|---|---|---|\n",
                "\n"));
  }

  private static String row(TargetOption option) {
    String fallback = option.fallback();
    return "| `%s` | %s | %s | %s | `%s` | %s |"
        .formatted(
            option.key(),
            option.required() ? "yes" : "",
            option.secret() ? "yes" : "",
            fallback == null ? "" : "`" + fallback + "`",
            option.example(),
            option.meaning());
  }
}
