package dev.sluice.app.assess.text;

import dev.sluice.migration.assess.estimate.ExportTime;
import dev.sluice.migration.assess.estimate.Moved;
import dev.sluice.migration.assess.estimate.SlowHalf;
import dev.sluice.migration.assess.estimate.Times;
import java.util.ArrayList;
import java.util.List;

/** Formats the durations of a migration as lines. */
public final class TimesText {
  private TimesText() {}

  static List<String> lines(Times times) {
    List<String> lines = new ArrayList<>(List.of("", "Duration"));
    lines.add(Words.of("  read the pool      %s", Words.time(times.export().total())));
    lines.add("    " + exportFormula(times.export()));
    lines.add(Words.of("  write the users    %s", Words.time(times.imports())));
    lines.add("    " + importAssumption(times));
    lines.add(Words.of("  both, overlapping  %s", Words.time(times.bulk())));
    lines.add("  passwords moved after 30, 60 and 90 days");
    times.slowHalves().forEach(slow -> lines.add("    " + line(slow)));
    lines.add("    " + SLOW_ASSUMPTION);
    return lines;
  }

  /** Returns how the reading time is calculated. */
  public static String exportFormula(ExportTime export) {
    return Words.of(
        "(%,d pages of 60 users + %,d pages of groups) ÷ %s requests a second of Cognito's 30. A"
            + " chain of pages is assumed to return one page in %d ms, so one very large group"
            + " can take longer.",
        export.userPages(),
        export.groupPages(),
        rate(export.requestsPerSecond()),
        ExportTime.ANSWER.toMillis());
  }

  public static String importAssumption(Times times) {
    return Words.of(
        "Assumed: %s users a second, see --import-rate. Sluice writes users while it reads others.",
        rate(times.importRate()));
  }

  /** The assumption behind the passwords' share. */
  public static final String SLOW_ASSUMPTION =
      "The lower figure assumes that the same users log in every month, the upper one that every"
          + " user is equally likely to log in. Shares are of the users who can sign in.";

  private static String line(SlowHalf slow) {
    StringBuilder line =
        new StringBuilder(Words.of("%s active a month:", Words.percent(slow.activeShare())));
    for (Moved moved : slow.after()) {
      line.append(' ').append(range(moved)).append(',');
    }
    line.setLength(line.length() - 1);
    return line.toString();
  }

  public static String range(Moved moved) {
    String least = Words.of("%.0f", moved.atLeast() * 100);
    String most = Words.of("%.0f", moved.atMost() * 100);
    return least.equals(most) ? least + " %" : least + "–" + most + " %";
  }

  private static String rate(double rate) {
    return rate == Math.rint(rate) ? Words.of("%,.0f", rate) : Words.of("%,.1f", rate);
  }
}
