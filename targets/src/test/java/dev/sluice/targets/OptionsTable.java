package dev.sluice.targets;

import dev.sluice.migration.target.TargetOption;
import java.util.List;
import java.util.stream.Collectors;

/** A target's options as the table in its page, between two marks. */
final class OptionsTable {
  private static final String BEGIN = "<!-- options: made from the code, see TargetPageTest -->\n";
  private static final String END = "<!-- /options -->\n";

  private OptionsTable() {}

  static String replacedIn(String page, List<TargetOption> options) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new AssertionError("The page lacks the marks " + BEGIN + " and " + END);
    }
    return page.substring(0, begin + BEGIN.length()) + of(options) + page.substring(end);
  }

  private static String of(List<TargetOption> options) {
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
