package dev.sluice.app.status;

import dev.sluice.api.MigrationMode;
import dev.sluice.app.cli.UtcTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is left of a migration, and when it will be done, in words. */
final class StatusForecast {
  private final StatusReport report;

  StatusForecast(StatusReport report) {
    this.report = report;
  }

  /** Who is left by what has to happen yet; empty when nobody is. */
  Optional<String> left() {
    String left =
        Stream.of(
                counted(report.toMove(), "to move"),
                counted(report.rejected(), "rejected"),
                counted(report.mustSetPassword(), "who must set a new password"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return left.isEmpty() ? Optional.empty() : Optional.of("left: " + left);
  }

  String line() {
    if (report.done()) {
      return "done: nobody is left to move of those in the pool at "
          + UtcTime.text(report.poolRead().orElseThrow());
    }
    if (report.toMove() > 0) {
      return dated();
    }
    return report.poolRead().isEmpty() ? unknownPool() : notDone();
  }

  private String dated() {
    String whom = report.poolRead().isEmpty() ? ", for those whom the ledger knows" : "";
    Optional<Duration> left = report.timeLeft();
    return left.isEmpty()
        ? "done when: unknown, for nobody moved in the last week"
        : String.format(
            Locale.ROOT,
            "done about %s at %,.0f a day%s; first logins grow rarer, so it may take longer",
            report.at().plus(left.get()).atZone(ZoneOffset.UTC).toLocalDate(),
            report.perDay(),
            whom);
  }

  private String unknownPool() {
    boolean anybody = report.tally().total() > 0;
    if (report.mode() == MigrationMode.SLOW) {
      return (anybody ? "done when: unknown, for " : "nobody has come yet; ")
          + "the ledger knows only who has come: sluice sync --execute reads who else is in the"
          + " pool";
    }
    return anybody
        ? "done when: unknown, for the pool has not been read to its end: sluice bulk --execute"
        : "nothing has been read from the pool yet: sluice bulk";
  }

  private String notDone() {
    String open =
        Stream.of(
                counted(report.rejected(), "rejected users are still in Cognito's charge"),
                counted(
                    report.mustSetPassword(),
                    "users have not been seen to set a new password, which nobody but they can"
                        + " hasten"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return "not done: " + open;
  }

  private static Optional<String> counted(long users, String what) {
    return users == 0
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%,d %s", users, what));
  }
}
