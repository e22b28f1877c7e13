package dev.sluice.migration.ledger.jdbc.history;

import dev.sluice.migration.ledger.jdbc.database.Database;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds the number up to which the history can no longer change.
 *
 * <p>On SQLite events are committed in the order of their numbers. On PostgreSQL an event may
 * appear after one with a higher number. A transaction that writes an event has written to {@code
 * users} before, so it has an id before its event has a number. Every event up to the highest
 * visible number therefore belongs to a transaction older than one begun now. Once all older
 * transactions have ended, each such event is either there or will never be. That needs neither a
 * lock nor a column, and still holds after a dump has been restored elsewhere.
 */
final class FinishedEvents {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final Database database;

  FinishedEvents(Database database) {
    this.database = database;
  }

  /** Returns the last number; empty when there is none, or a transaction takes too long to end. */
  Optional<Long> last() {
    Optional<Long> highest =
        database.read(handle ->
            handle.createQuery("select max(number) from events").mapTo(Long.class).findOne());
    return switch (database.dialect()) {
      case SQLITE -> highest;
      case POSTGRESQL -> highest.filter(number -> olderTransactionsEnd());
    };
  }

  private boolean olderTransactionsEnd() {
    String ours =
        database.write(handle ->
            handle.createQuery("select pg_current_xact_id()::text").mapTo(String.class).one());
    for (long tries = PATIENCE.dividedBy(BETWEEN_TRIES); tries > 0; tries--) {
      if (haveEnded(ours)) {
        return true;
      }
      try {
        Thread.sleep(BETWEEN_TRIES);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private boolean haveEnded(String transaction) {
    return database.read(handle ->
        handle
            .createQuery("select pg_snapshot_xmin(pg_current_snapshot()) > cast(:ours as xid8)")
            .bind("ours", transaction)
            .mapTo(Boolean.class)
            .one());
  }
}
