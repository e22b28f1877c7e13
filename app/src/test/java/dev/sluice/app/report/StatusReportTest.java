package dev.sluice.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.ledger.MigrationState;
import dev.sluice.migration.ledger.MovedBy;
import dev.sluice.migration.ledger.Tally;
import dev.sluice.migration.ledger.UnfinishedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusReportTest {
  private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");

  @Test
  void the_rate_is_that_of_the_last_week() {
    StatusReport report = report(1_400, 20, 70);
    assertThat(report.perDay()).isEqualTo(10);
    assertThat(report.timeLeft()).contains(Duration.ofDays(140));
    assertThat(StatusText.lines(report))
        .contains("moved in the last day: 20, week: 70")
        .anyMatch(line -> line.startsWith("done about 2026-07-23 at 10 a day"));
  }

  @Test
  void in_the_first_day_the_rate_is_that_of_the_day() {
    StatusReport report = report(100, 50, 50);
    assertThat(report.perDay()).isEqualTo(50);
    assertThat(report.timeLeft()).contains(Duration.ofDays(2));
  }

  @Test
  void when_nobody_moves_the_end_is_not_made_up() {
    StatusReport report = report(100, 0, 0);
    assertThat(report.timeLeft()).isEmpty();
    assertThat(StatusText.lines(report))
        .contains("done when: unknown, for nobody moved in the last week");
    assertThat(StatusText.json(report).get("doneAbout").isNull()).isTrue();
  }

  @Test
  void when_nobody_is_left_it_is_done_though_some_were_rejected_or_left_behind() {
    Tally tally =
        new Tally(
            Map.of(
                MigrationState.MIGRATED, 90L,
                MigrationState.REJECTED, 3L,
                MigrationState.LEFT, 7L),
            Map.of(MovedBy.PASSWORD, 80L, MovedBy.FEDERATED, 10L));
    StatusReport report = new StatusReport(NOW, tally, Map.of(), Map.of(), List.of());
    assertThat(StatusText.lines(report))
        .contains(
            "done: nobody is left to move",
            "moved by PASSWORD 80, FEDERATED 10",
            "3 rejected: sluice user LOGIN says why one was",
            "no bulk run is unfinished");
  }

  @Test
  void an_unfinished_run_is_told_with_what_to_do() {
    UnfinishedRun run =
        new UnfinishedRun("bulk-4", "", Instant.parse("2026-03-05T09:12:00Z"), 12_345);
    StatusReport report =
        new StatusReport(NOW, new Tally(Map.of(), Map.of()), Map.of(), Map.of(), List.of(run));
    assertThat(StatusText.lines(report))
        .contains(
            "run bulk-4 has read 12,345 users since 2026-03-05 09:12 UTC and is not finished; if it"
                + " is not at work any more, sluice bulk --execute goes on with it",
            "nothing has been read from the pool yet: sluice bulk");
    assertThat(StatusText.json(report).get("unfinishedRuns").get(0).get("read").asInt())
        .isEqualTo(12_345);
  }

  @Test
  void an_unfinished_run_of_a_segment_names_it() {
    Instant started = Instant.parse("2026-03-05T09:12:00Z");
    StatusReport report =
        new StatusReport(
            NOW,
            new Tally(Map.of(), Map.of()),
            Map.of(),
            Map.of(),
            List.of(
                new UnfinishedRun("bulk-4", "pilots", started, 1_200),
                new UnfinishedRun("bulk-5", "", started, 7)));
    assertThat(StatusText.lines(report))
        .contains(
            "run bulk-4 of segment pilots has read 1,200 users since 2026-03-05 09:12 UTC and is not"
                + " finished; if it is not at work any more, sluice bulk --only pilots --execute"
                + " goes on with it")
        .anyMatch(line -> line.startsWith("run bulk-5 has read 7 users"));
    assertThat(StatusText.json(report).get("unfinishedRuns").get(0).get("segment").asString())
        .isEqualTo("pilots");
    assertThat(StatusText.json(report).get("unfinishedRuns").get(1).get("segment").isNull())
        .isTrue();
  }

  private static StatusReport report(long imported, long lastDay, long lastWeek) {
    return new StatusReport(
        NOW,
        new Tally(Map.of(MigrationState.IMPORTED, imported), Map.of()),
        Map.of(MovedBy.PASSWORD, lastDay),
        Map.of(MovedBy.PASSWORD, lastWeek - lastWeek / 5, MovedBy.RESET, lastWeek / 5),
        List.of());
  }
}
