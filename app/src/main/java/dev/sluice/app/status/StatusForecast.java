package dev.sluice.app.status;

import dev.sluice.api.MigrationMode;
import dev.sluice.app.cli.UtcTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats what is left of a migration and when it will be done. */
final class StatusForecast {
  private final StatusReport report;

  StatusForecast(StatusReport report) {
    this.report = report;
  }

  /** Returns the remaining users by what is still to happen; empty if there are none. */
  Optional<String> left() {
    String left =
        Stream.of(
                counted(report.toMove(), "to move"),
                counted(report.rejected(), "rejected"),
                counted(report.mustSetPassword(), "that must set a new password"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return left.isEmpty() ? Optional.empty() : Optional.of("left: " + left);
  }

  String line() {
    if (report.done()) {
      return "done: all users have moved that were in the pool at "
          + UtcTime.text(report.poolRead().orElseThrow());
    }
    if (report.toMove() > 0 && report.mode().asksForPasswords()) {
      return dated();
    }
    if (report.toMove() > 0 && report.poolRead().isPresent()) {
      return "not done: sluice bulk --execute moves the users that are still to move";
    }
    return report.poolRead().isEmpty() ? unknownPool() : notDone();
  }

  private String dated() {
    String whom = report.poolRead().isEmpty() ? ", for the users that the ledger knows" : "";
    Optional<Duration> left = report.timeLeft();
    return left.isEmpty()
        ? "expected end: unknown, because no user moved in the last week"
        : String.format(
            Locale.ROOT,
            "expected end: about %s at %,.0f users a day%s; first logins become rarer, so it may"
                + " take longer",
            report.at().plus(left.get()).atZone(ZoneOffset.UTC).toLocalDate(),
            report.perDay(),
            whom);
  }

  private String unknownPool() {
    boolean anybody = report.tally().total() > 0;
    if (report.mode() == MigrationMode.SLOW) {
      return (anybody ? "expected end: unknown, because " : "no user has logged in yet; ")
          + "the ledger knows only users that have logged in: sluice sync --execute reads the"
          + " others from the pool";
    }
    return anybody
        ? "expected end: unknown, because the pool has not been read completely: sluice bulk"
            + " --execute"
        : "nothing has been read from the pool yet: sluice bulk";
  }

  private String notDone() {
    String open =
        Stream.of(
                counted(
                    report.rejected(),
                    report.mode().asksForPasswords()
                        ? "rejected users still log in with Cognito"
                        : "rejected users are not at the target"),
                counted(
                    report.mustSetPassword(),
                    "users have not yet set a new password, which only they can do"))
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
