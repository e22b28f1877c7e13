package dev.sluice.migration.ledger.jdbc.run;

import dev.sluice.api.pace.SharedRate;
import dev.sluice.api.pace.Turns;
import dev.sluice.migration.ledger.jdbc.database.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Turns by the database's own time, so that the clocks of the machines that share it may differ.
 */
public final class JdbcTurns implements Turns {
  private final Database database;

  public JdbcTurns(Database database) {
    this.database = database;
  }

  @Override
  public Block reserve(String quota, double most, int wanted, boolean answered) {
    return database.write(handle -> {
      Found found = find(handle, quota, most);
      SharedRate rate = answered ? found.rate().recovered(found.now()) : found.rate();
      SharedRate.Grant grant = rate.reserve(found.now(), wanted);
      store(handle, quota, grant.after());
      return grant.block();
    });
  }

  @Override
  public void slowDown(String quota, double most) {
    database.write(handle -> {
      Found found = find(handle, quota, most);
      return store(handle, quota, found.rate().slowedDown(found.now()));
    });
  }

  private Found find(Handle handle, String quota, double most) {
    Found found =
        select(handle, quota)
            .orElseGet(() -> {
              insert(handle, quota, most);
              return select(handle, quota).orElseThrow();
            });
    return new Found(found.now(), found.rate().allowed(most, found.now()));
  }

  private Optional<Found> select(Handle handle, String quota) {
    return handle
        .createQuery(
            "select *, "
                + database.dialect().micros()
                + " as now from paces where quota = :quota"
                + database.dialect().lockingRows())
        .bind("quota", quota)
        .map((row, context) ->
            new Found(
                row.getLong("now"),
                new SharedRate(
                    row.getDouble("most"),
                    row.getLong("most_until"),
                    row.getDouble("part"),
                    row.getLong("next_free"),
                    row.getLong("changed"),
                    row.getLong("slow_until"))))
        .findOne();
  }

  private void insert(Handle handle, String quota, double most) {
    SharedRate fresh = SharedRate.fresh(most, now(handle));
    bind(
            handle.createUpdate(
                "insert into paces"
                    + " (quota, most, most_until, part, next_free, changed, slow_until) values"
                    + " (:quota, :most, :mostUntil, :part, :nextFree, :changed, :slowUntil)"
                    + " on conflict do nothing"),
            quota,
            fresh)
        .execute();
  }

  private long now(Handle handle) {
    return handle.createQuery("select " + database.dialect().micros()).mapTo(Long.class).one();
  }

  private static SharedRate store(Handle handle, String quota, SharedRate rate) {
    bind(
            handle.createUpdate(
                "update paces set most = :most, most_until = :mostUntil, part = :part,"
                    + " next_free = :nextFree, changed = :changed, slow_until = :slowUntil"
                    + " where quota = :quota"),
            quota,
            rate)
        .execute();
    return rate;
  }

  private static Update bind(Update statement, String quota, SharedRate rate) {
    return statement
        .bind("quota", quota)
        .bind("most", rate.most())
        .bind("mostUntil", rate.mostUntil())
        .bind("part", rate.part())
        .bind("nextFree", rate.nextFree())
        .bind("changed", rate.changed())
        .bind("slowUntil", rate.slowUntil());
  }

  /**
   * A rate as it is stored, locked for this transaction.
   *
   * @param now the database's time, in microseconds
   */
  private record Found(long now, SharedRate rate) {}
}
