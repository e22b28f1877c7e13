package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.attempt.AttemptLimit;
import dev.sluice.migration.ledger.jdbc.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/** Attempts counted for all processes on one ledger; the count survives a process that dies. */
final class JdbcAttemptLimit implements AttemptLimit {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

  private final Database database;
  private final LoginHash hash;
  private final InstantSource clock;
  private final AtomicLong cleaned = new AtomicLong();

  JdbcAttemptLimit(Database database, LoginHash hash, InstantSource clock) {
    this.database = database;
    this.hash = hash;
    this.clock = clock;
  }

  @Override
  public Optional<Duration> take(String login) {
    byte[] key = hash.of(login);
    long now = clock.millis();
    return database.write(handle -> {
      forgetTheOld(handle, now);
      return passes(handle, key, now)
          ? Optional.empty()
          : Optional.of(Duration.ofMillis(last(handle, key) + WINDOW.toMillis() - now));
    });
  }

  /** Counts in one statement, so that two processes never read the same count. */
  private static boolean passes(Handle handle, byte[] key, long now) {
    return handle
            .createUpdate(
                "insert into attempts (login, passed, last) values (:login, 1, :now)"
                    + " on conflict (login) do update set"
                    + " passed = case when attempts.last <= :over then 1"
                    + " else attempts.passed + 1 end, last = :now"
                    + " where attempts.passed < :most or attempts.last <= :over")
            .bind("login", key)
            .bind("now", now)
            .bind("over", now - WINDOW.toMillis())
            .bind("most", MOST)
            .execute()
        > 0;
  }

  private static long last(Handle handle, byte[] key) {
    return handle
        .createQuery("select last from attempts where login = :login")
        .bind("login", key)
        .mapTo(Long.class)
        .one();
  }

  private void forgetTheOld(Handle handle, long now) {
    long before = cleaned.get();
    if (now - before < BETWEEN_CLEANINGS.toMillis() || !cleaned.compareAndSet(before, now)) {
      return;
    }
    handle
        .createUpdate("delete from attempts where last <= :over")
        .bind("over", now - WINDOW.toMillis())
        .execute();
  }

  @Override
  public void giveBack(String login) {
    byte[] key = hash.of(login);
    database.write(handle ->
        handle
            .createUpdate(
                "update attempts set passed = passed - 1 where login = :login and passed > 0")
            .bind("login", key)
            .execute());
  }

  @Override
  public void clear(String login) {
    byte[] key = hash.of(login);
    database.write(handle ->
        handle
            .createUpdate("delete from attempts where login = :login")
            .bind("login", key)
            .execute());
  }
}
