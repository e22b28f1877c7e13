package dev.sluice.app.report;

import dev.sluice.migration.ledger.Ledger;
import dev.sluice.migration.ledger.MigrationState;
import dev.sluice.migration.ledger.MovedBy;
import dev.sluice.migration.ledger.Tally;
import dev.sluice.migration.ledger.UnfinishedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the migration stands.
 *
 * @param lastDay how many users moved in the last 24 hours, by how
 * @param lastWeek the same in the last 7 days
 * @param runs the bulk runs that were cut short, the one at work among them
 */
public record StatusReport(
    Instant at,
    Tally tally,
    Map<MovedBy, Long> lastDay,
    Map<MovedBy, Long> lastWeek,
    List<UnfinishedRun> runs) {
  private static final int DAYS = 7;

  public StatusReport {
    lastDay = Map.copyOf(lastDay);
    lastWeek = Map.copyOf(lastWeek);
    runs = List.copyOf(runs);
  }

  public static StatusReport of(Ledger ledger, List<UnfinishedRun> runs, Instant now) {
    return new StatusReport(
        now,
        ledger.tally(),
        ledger.movedSince(now.minus(Duration.ofDays(1))),
        ledger.movedSince(now.minus(Duration.ofDays(DAYS))),
        runs);
  }

  public long movedLastDay() {
    return sum(lastDay);
  }

  public long movedLastWeek() {
    return sum(lastWeek);
  }

  /** Users who are still to move; those who were rejected or left behind are not among them. */
  public long remaining() {
    return tally.in(MigrationState.DISCOVERED) + tally.in(MigrationState.IMPORTED);
  }

  /** Users a day, as the last week went, or the last day when nobody moved before it. */
  public double perDay() {
    long week = movedLastWeek();
    return week == movedLastDay() ? week : (double) week / DAYS;
  }

  /** How long the rest takes at that rate; empty when nobody moves, so that nobody can know. */
  public Optional<Duration> timeLeft() {
    if (remaining() == 0) {
      return Optional.of(Duration.ZERO);
    }
    return perDay() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMinutes((long) Math.ceil(remaining() / perDay() * 24 * 60)));
  }

  private static long sum(Map<MovedBy, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
