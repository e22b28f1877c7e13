package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.TimesText;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.estimate.Times;

/** The duration of a migration. */
final class TimesPart {
  private TimesPart() {}

  static Part of(Assessment assessment) {
    Times times = assessment.times();
    return new Part(
        "times",
        "Duration",
        Tag.of("div")
            .add(
                Tag.of("dl")
                    .styled("times")
                    .add(
                        time(
                            "Read the pool",
                            Words.time(times.export().total()),
                            TimesText.exportFormula(times.export())),
                        time(
                            "Write the users",
                            Words.time(times.imports()),
                            TimesText.importAssumption(times)),
                        time(
                            "Both at the same time",
                            Words.time(times.bulk()),
                            "The slower of the two decides.")),
                MovedChart.of(times),
                Tables.note(TimesText.SLOW_ASSUMPTION)));
  }

  private static Tag time(String what, String time, String how) {
    return Tag.of("div")
        .add(
            Tag.of("dt", what), Tag.of("dd", time).styled("big"), Tag.of("dd", how).styled("note"));
  }
}
