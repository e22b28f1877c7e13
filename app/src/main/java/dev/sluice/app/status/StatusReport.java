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
 * The progress of the migration.
 *
 * @param lastDay the users that moved in the last 24 hours, by how
 * @param lastWeek the same for the last 7 days
 * @param poolRead when a run that read the whole pool last finished; empty if none has, so that the
 *     ledger knows only some of the pool's users
 * @param runs the unfinished bulk runs and repairs, including those at work
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
        Stream.of(RunKind.BULK, RunKind.REPAIR)
            .flatMap(kind -> store.runs().unfinished(kind).stream())
            .toList());
  }

  public long movedLastDay() {
    return sum(lastDay);
  }

  public long movedLastWeek() {
    return sum(lastWeek);
  }

  /**
   * Returns the number of users in the ledger that are still to move. Once Cognito is not asked,
   * imported users have moved as far as a command can move them.
   */
  public long toMove() {
    return tally.in(MigrationState.DISCOVERED)
        + (mode.asksForPasswords() ? tally.in(MigrationState.IMPORTED) : 0);
  }

  public long rejected() {
    return tally.in(MigrationState.REJECTED);
  }

  /**
   * Returns the number of users whose profile has moved but who are not known to have set a new
   * password.
   */
  public long mustSetPassword() {
    return tally.by(MovedBy.FORCED)
        + (mode.asksForPasswords() ? 0 : tally.in(MigrationState.IMPORTED));
  }

  /**
   * Returns the number of users that Cognito is still in charge of, without those that the owner
   * left behind.
   */
  public long remaining() {
    return toMove() + rejected();
  }

  /**
   * Tells whether all users that were in the pool when it was last read have moved and logged in
   * since.
   */
  public boolean done() {
    return remaining() == 0 && mustSetPassword() == 0 && poolRead.isPresent();
  }

  /**
   * Returns the users a day that moved by their own login, averaged over the last week, or over the
   * last day if no user moved before it. Users that a run moves are not counted, because they say
   * nothing about the days to come.
   */
  public double perDay() {
    long week = byThemselves(lastWeek);
    return week == byThemselves(lastDay) ? week : (double) week / DAYS;
  }

  /**
   * Returns how long it takes at that rate until the remaining users have moved; empty if that
   * cannot be known, or if users no longer move by logging in.
   */
  public Optional<Duration> timeLeft() {
    if (done()) {
      return Optional.of(Duration.ZERO);
    }
    return toMove() == 0 || perDay() == 0 || !mode.asksForPasswords()
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
