package dev.sluice.app.status;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.Tally;
import dev.sluice.api.ledger.UnfinishedRun;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.RunKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the migration stands.
 *
 * @param lastDay how many users moved in the last 24 hours, by how
 * @param lastWeek the same in the last 7 days
 * @param poolRead when a run last came to its end that has read the whole pool; empty when none
 *     has, so that the ledger knows only some of its users
 * @param runs the bulk runs that were cut short, the one at work among them
 */
public record StatusReport(
    Instant at,
    MigrationMode mode,
    Tally tally,
    Map<MovedBy, Long> lastDay,
    Map<MovedBy, Long> lastWeek,
    Optional<Instant> poolRead,
    List<UnfinishedRun> runs) {
  private static final int DAYS = 7;

  public StatusReport {
    lastDay = Map.copyOf(lastDay);
    lastWeek = Map.copyOf(lastWeek);
    runs = List.copyOf(runs);
  }

  public static StatusReport of(LedgerStore store, MigrationMode mode, Instant now) {
    return new StatusReport(
        now,
        mode,
        store.ledger().tally(),
        store.ledger().movedSince(now.minus(Duration.ofDays(1))),
        store.ledger().movedSince(now.minus(Duration.ofDays(DAYS))),
        Stream.of(RunKind.BULK, RunKind.SYNC)
            .flatMap(kind -> store.runs().lastOfEverybody(kind).stream())
            .max(Comparator.naturalOrder()),
        store.runs().unfinished(RunKind.BULK));
  }

  public long movedLastDay() {
    return sum(lastDay);
  }

  public long movedLastWeek() {
    return sum(lastWeek);
  }

  /** Users of whom the ledger knows that they are still to move. */
  public long toMove() {
    return tally.in(MigrationState.DISCOVERED) + tally.in(MigrationState.IMPORTED);
  }

  public long rejected() {
    return tally.in(MigrationState.REJECTED);
  }

  /** Users whose profile has moved, and who have not been seen to set a new password. */
  public long mustSetPassword() {
    return tally.by(MovedBy.FORCED);
  }

  /** Users who are still in Cognito's charge; those who were left behind are not among them. */
  public long remaining() {
    return toMove() + rejected();
  }

  /** Whether everybody who was in the pool when it was last read has moved and come back. */
  public boolean done() {
    return remaining() == 0 && mustSetPassword() == 0 && poolRead.isPresent();
  }

  /**
   * Users a day who moved by what they did themselves, as the last week went, or the last day when
   * nobody moved before it. Others move when a run writes them, which says nothing of the days to
   * come.
   */
  public double perDay() {
    long week = byThemselves(lastWeek);
    return week == byThemselves(lastDay) ? week : (double) week / DAYS;
  }

  /**
   * How long it takes at that rate until those who are to move have moved; empty when nobody can
   * know.
   */
  public Optional<Duration> timeLeft() {
    if (done()) {
      return Optional.of(Duration.ZERO);
    }
    return toMove() == 0 || perDay() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMinutes((long) Math.ceil(toMove() / perDay() * 24 * 60)));
  }

  private static long byThemselves(Map<MovedBy, Long> counts) {
    return counts.getOrDefault(MovedBy.PASSWORD, 0L) + counts.getOrDefault(MovedBy.RESET, 0L);
  }

  private static long sum(Map<MovedBy, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
