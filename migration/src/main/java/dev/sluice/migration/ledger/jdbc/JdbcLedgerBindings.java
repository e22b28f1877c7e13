package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.ledger.LedgerBinding;
import dev.sluice.api.ledger.LedgerBindings;
import dev.sluice.migration.ledger.jdbc.database.Database;
import org.jdbi.v3.core.Handle;

/** The ledger binding in a database: a row that is always there. */
final class JdbcLedgerBindings implements LedgerBindings {
  private final Database database;

  JdbcLedgerBindings(Database database) {
    this.database = database;
  }

  @Override
  public LedgerBinding known() {
    return database.read(JdbcLedgerBindings::read);
  }

  @Override
  public LedgerBinding remember(LedgerBinding named) {
    return database.write(handle -> {
      handle
          .createUpdate(
              "update route set pool = :pool, target = :target"
                  + " where (pool is null or target is null)"
                  + " and coalesce(pool, :pool) = :pool and coalesce(target, :target) = :target")
          .bind("pool", named.pool())
          .bind("target", named.target())
          .execute();
      return read(handle);
    });
  }

  @Override
  public void retarget(String target) {
    database.write(handle ->
        handle.createUpdate("update route set target = :target").bind("target", target).execute());
  }

  private static LedgerBinding read(Handle handle) {
    return handle
        .createQuery("select pool, target from route")
        .map((row, context) -> new LedgerBinding(row.getString("pool"), row.getString("target")))
        .one();
  }
}
