package dev.sluice.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.Tally;
import dev.sluice.api.ledger.UnfinishedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusReportTest {
  private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");
  private static final Instant READ = Instant.parse("2026-03-04T22:00:00Z");

  @Test
  void the_rate_is_that_of_the_last_week() {
    StatusReport report = report(1_400, 20, 70);
    assertThat(report.perDay()).isEqualTo(10);
    assertThat(report.timeLeft()).contains(Duration.ofDays(140));
    assertThat(StatusText.lines(report))
        .contains("moved in the last day: 20, week: 70")
        .anyMatch(line -> line.startsWith("expected end: about 2026-07-23 at 10 users a day"));
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
        .contains("expected end: unknown, because no user moved in the last week");
    assertThat(StatusText.json(report).get("doneAbout").isNull()).isTrue();
  }

  @Test
  void when_nobody_is_left_it_is_done_though_some_were_left_behind() {
    Tally tally =
        new Tally(
            Map.of(MigrationState.MIGRATED, 90L, MigrationState.LEFT, 7L),
            Map.of(MovedBy.PASSWORD, 80L, MovedBy.FEDERATED, 10L));
    StatusReport report = report(MigrationMode.HYBRID, tally, Optional.of(READ));
    assertThat(StatusText.lines(report))
        .contains(
            "97 users in the ledger; the whole pool was last read at 2026-03-04 22:00 UTC",
            "done: all users have moved that were in the pool at 2026-03-04 22:00 UTC",
            "moved by PASSWORD 80, FEDERATED 10",
            "no bulk run is unfinished")
        .noneMatch(line -> line.startsWith("left:"));
    assertThat(StatusText.json(report).get("done").asBoolean()).isTrue();
  }

  @Test
  void while_some_are_rejected_it_is_not_done() {
    Tally tally =
        new Tally(
            Map.of(MigrationState.MIGRATED, 90L, MigrationState.REJECTED, 3L),
            Map.of(MovedBy.PASSWORD, 90L));
    StatusReport report = report(MigrationMode.HYBRID, tally, Optional.of(READ));
    assertThat(StatusText.lines(report))
        .contains(
            "left: 3 rejected",
            "not done: 3 rejected users still log in with Cognito",
            "sluice status --rejected lists the rejected users with reasons");
    assertThat(StatusText.json(report).get("remaining").asInt()).isEqualTo(3);
    assertThat(StatusText.json(report).get("rejected").asInt()).isEqualTo(3);
    assertThat(StatusText.json(report).get("done").asBoolean()).isFalse();
    assertThat(StatusText.json(report).get("doneAbout").isNull()).isTrue();
  }

  @Test
  void in_the_bulk_way_it_is_not_done_before_everybody_has_set_a_password() {
    Tally tally =
        new Tally(
            Map.of(MigrationState.MIGRATED, 1_090L),
            Map.of(MovedBy.FORCED, 1_040L, MovedBy.RESET, 50L));
    StatusReport report =
        new StatusReport(
            NOW,
            MigrationMode.BULK,
            tally,
            Map.of(MovedBy.FORCED, 1_040L),
            Map.of(MovedBy.FORCED, 1_040L, MovedBy.RESET, 50L),
            Optional.of(READ),
            List.of());
    assertThat(StatusText.lines(report))
        .contains("left: 1,040 that must set a new password")
        .anyMatch(line -> line.startsWith("not done: 1,040 users have not yet set a new password"));
    assertThat(report.timeLeft()).isEmpty();
    assertThat(StatusText.json(report).get("mustSetPassword").asInt()).isEqualTo(1_040);
    assertThat(StatusText.json(report).get("done").asBoolean()).isFalse();
  }

  @Test
  void after_the_close_nobody_is_expected_to_move_by_a_date() {
    Tally tally =
        new Tally(
            Map.of(MigrationState.MIGRATED, 300L, MigrationState.IMPORTED, 2_003L),
            Map.of(MovedBy.PASSWORD, 300L));
    StatusReport report =
        new StatusReport(
            NOW,
            MigrationMode.BULK,
            tally,
            Map.of(MovedBy.PASSWORD, 5L),
            Map.of(MovedBy.PASSWORD, 35L),
            Optional.of(READ),
            List.of());
    assertThat(StatusText.lines(report))
        .contains("left: 2,003 that must set a new password")
        .anyMatch(line -> line.startsWith("not done: 2,003 users have not yet set a new password"))
        .noneMatch(line -> line.contains("expected end"));
    assertThat(StatusText.json(report).get("doneAbout").isNull()).isTrue();
    assertThat(StatusText.json(report).get("toMove").asInt()).isZero();
  }

  @Test
  void profiles_that_a_run_has_moved_say_nothing_of_the_days_to_come() {
    StatusReport report =
        new StatusReport(
            NOW,
            MigrationMode.HYBRID,
            new Tally(Map.of(MigrationState.IMPORTED, 100L), Map.of()),
            Map.of(MovedBy.FEDERATED, 5_000L, MovedBy.PASSWORD, 10L),
            Map.of(MovedBy.FEDERATED, 5_000L, MovedBy.PASSWORD, 10L),
            Optional.of(READ),
            List.of());
    assertThat(report.movedLastDay()).isEqualTo(5_010);
    assertThat(report.timeLeft()).contains(Duration.ofDays(10));
  }

  @Test
  void in_the_slow_way_nobody_is_done_before_the_whole_pool_was_read() {
    Tally moved = new Tally(Map.of(MigrationState.MIGRATED, 9L), Map.of(MovedBy.PASSWORD, 9L));
    StatusReport unread = report(MigrationMode.SLOW, moved, Optional.empty());
    assertThat(StatusText.lines(unread))
        .contains(
            "9 users in the ledger; the whole pool has not been read yet, so it may have more",
            "expected end: unknown, because the ledger knows only users that have logged in:"
                + " sluice sync --execute reads the others from the pool")
        .noneMatch(line -> line.startsWith("done: "));
    assertThat(StatusText.json(unread).get("done").asBoolean()).isFalse();
    assertThat(StatusText.json(unread).get("poolRead").isNull()).isTrue();

    assertThat(StatusText.lines(report(MigrationMode.SLOW, moved, Optional.of(READ))))
        .anyMatch(line -> line.startsWith("done: all users have moved"));
  }

  @Test
  void a_forecast_without_a_read_pool_is_for_whom_the_ledger_knows() {
    StatusReport report =
        new StatusReport(
            NOW,
            MigrationMode.SLOW,
            new Tally(Map.of(MigrationState.DISCOVERED, 100L), Map.of()),
            Map.of(MovedBy.PASSWORD, 10L),
            Map.of(MovedBy.PASSWORD, 10L),
            Optional.empty(),
            List.of());
    assertThat(StatusText.lines(report))
        .contains("left: 100 to move")
        .anyMatch(
            line -> line.contains(" at 10 users a day, for the users that the ledger knows; "));
  }

  @Test
  void a_run_that_was_cut_short_has_not_read_everybody() {
    Tally moved = new Tally(Map.of(MigrationState.MIGRATED, 9L), Map.of(MovedBy.FEDERATED, 9L));
    assertThat(StatusText.lines(report(MigrationMode.HYBRID, moved, Optional.empty())))
        .contains(
            "expected end: unknown, because the pool has not been read completely: sluice bulk"
                + " --execute");
  }

  @Test
  void an_empty_ledger_names_the_command_that_fits_the_way() {
    Tally nobody = new Tally(Map.of(), Map.of());
    assertThat(StatusText.lines(report(MigrationMode.BULK, nobody, Optional.empty())))
        .contains("nothing has been read from the pool yet: sluice bulk");
    assertThat(StatusText.lines(report(MigrationMode.SLOW, nobody, Optional.empty())))
        .contains(
            "no user has logged in yet; the ledger knows only users that have logged in: sluice"
                + " sync --execute reads the others from the pool")
        .noneMatch(line -> line.contains("sluice bulk"));
  }

  @Test
  void an_unfinished_run_is_told_with_what_to_do() {
    UnfinishedRun run =
        new UnfinishedRun("bulk-4", "", Instant.parse("2026-03-05T09:12:00Z"), 12_345);
    StatusReport report =
        new StatusReport(
            NOW,
            MigrationMode.HYBRID,
            new Tally(Map.of(), Map.of()),
            Map.of(),
            Map.of(),
            Optional.empty(),
            List.of(run));
    assertThat(StatusText.lines(report))
        .contains(
            "run bulk-4 has read 12,345 users since 2026-03-05 09:12 UTC and is not finished; if"
                + " it is no longer running, sluice bulk --execute resumes it",
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
            MigrationMode.HYBRID,
            new Tally(Map.of(), Map.of()),
            Map.of(),
            Map.of(),
            Optional.empty(),
            List.of(
                new UnfinishedRun("bulk-4", "pilots", started, 1_200),
                new UnfinishedRun("bulk-5", "", started, 7)));
    assertThat(StatusText.lines(report))
        .contains(
            "run bulk-4 of segment pilots has read 1,200 users since 2026-03-05 09:12 UTC and is"
                + " not finished; if it is no longer running, sluice bulk --only pilots --execute"
                + " resumes it")
        .anyMatch(line -> line.startsWith("run bulk-5 has read 7 users"));
    assertThat(StatusText.json(report).get("unfinishedRuns").get(0).get("segment").asString())
        .isEqualTo("pilots");
    assertThat(StatusText.json(report).get("unfinishedRuns").get(1).get("segment").isNull())
        .isTrue();
  }

  private static StatusReport report(MigrationMode mode, Tally tally, Optional<Instant> poolRead) {
    return new StatusReport(NOW, mode, tally, Map.of(), Map.of(), poolRead, List.of());
  }

  private static StatusReport report(long imported, long lastDay, long lastWeek) {
    return new StatusReport(
        NOW,
        MigrationMode.HYBRID,
        new Tally(Map.of(MigrationState.IMPORTED, imported), Map.of()),
        Map.of(MovedBy.PASSWORD, lastDay),
        Map.of(MovedBy.PASSWORD, lastWeek - lastWeek / 5, MovedBy.RESET, lastWeek / 5),
        Optional.of(READ),
        List.of());
  }
}
