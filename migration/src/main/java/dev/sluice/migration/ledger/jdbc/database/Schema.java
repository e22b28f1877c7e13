package dev.sluice.migration.ledger.jdbc.database;

import dev.sluice.api.ledger.LedgerException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a ledger's tables to what this program needs. Flyway takes half a second to start, so it
 * runs only when one query has shown that there is something to do.
 */
public final class Schema {
  /** The newest script's number. */
  static final int VERSION = 8;

  private static final String HISTORY = "ledger_schema";

  private Schema() {}

  /**
   * Creates the tables or brings them up to date.
   *
   * @throws LedgerException when a newer program has been here
   */
  static void bringUpToDate(LedgerAddress ledgerAddress, DataSource database) {
    if (isUpToDate(ledgerAddress, database)) {
      return;
    }
    try {
      Flyway.configure()
          .dataSource(database)
          .locations(ledgerAddress.dialect().scripts())
          .table(HISTORY)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException problem) {
      throw DatabaseProblems.describe(ledgerAddress, "open", problem);
    }
  }

  /**
   * Returns whether nothing has to be done.
   *
   * @throws LedgerException when a newer program has been here
   */
  static boolean isUpToDate(LedgerAddress ledgerAddress, DataSource database) {
    return version(ledgerAddress, database) == VERSION;
  }

  /**
   * Checks without changing anything.
   *
   * @throws LedgerException when this is not what this program can read
   */
  static void requireUpToDate(LedgerAddress ledgerAddress, DataSource database) {
    int found = version(ledgerAddress, database);
    if (found == 0) {
      throw missing(ledgerAddress);
    }
    if (found < VERSION) {
      throw new LedgerException(
          "An older Sluice has made the ledger at "
              + ledgerAddress
              + ": a command that writes, such as sluice serve, brings it up to date.");
    }
  }

  /** Returns whether a ledger exists here. */
  public static boolean isThere(LedgerAddress ledgerAddress, DataSource database) {
    return version(ledgerAddress, database) > 0;
  }

  static LedgerException missing(LedgerAddress ledgerAddress) {
    return new LedgerException(
        "There is no ledger yet at "
            + ledgerAddress
            + ": sluice bulk --execute or sluice serve creates it.");
  }

  private static int version(LedgerAddress ledgerAddress, DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      int found = exists(ledgerAddress, statement) ? newest(statement) : 0;
      if (found > VERSION) {
        throw new LedgerException(
            "A newer Sluice has made the ledger at %s (version %d; this one knows %d): use that."
                .formatted(ledgerAddress, found, VERSION));
      }
      return found;
    } catch (SQLException problem) {
      throw DatabaseProblems.describe(ledgerAddress, "open", problem);
    }
  }

  private static boolean exists(LedgerAddress ledgerAddress, Statement statement)
      throws SQLException {
    return number(
            statement,
            switch (ledgerAddress.dialect()) {
              case SQLITE -> "select count(*) from sqlite_master where name = '" + HISTORY + "'";
              case POSTGRESQL -> "select count(to_regclass('" + HISTORY + "'))";
            })
        > 0;
  }

  private static int newest(Statement statement) throws SQLException {
    return number(
        statement,
        "select coalesce(max(cast(version as int)), 0) from " + HISTORY + " where success");
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
