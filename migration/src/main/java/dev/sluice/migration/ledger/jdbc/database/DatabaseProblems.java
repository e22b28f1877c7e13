package dev.sluice.migration.ledger.jdbc.database;

import dev.sluice.api.ledger.LedgerException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Turns a database's error into what happened, where, and what to do. */
final class DatabaseProblems {
  private DatabaseProblems() {}

  /**
   * @param verb what could not be done: open, read or write
   */
  static LedgerException describe(LedgerAddress ledgerAddress, String verb, Exception problem) {
    @Nullable SQLException sql = firstSql(problem);
    String said = sql == null ? String.valueOf(problem.getMessage()) : firstLine(sql);
    return new LedgerException(
        "Cannot "
            + verb
            + " the ledger at "
            + ledgerAddress
            + ": "
            + said
            + remedy(ledgerAddress, sql),
        problem);
  }

  private static @Nullable SQLException firstSql(@Nullable Throwable problem) {
    @Nullable Throwable at = problem;
    while (at != null && !(at instanceof SQLException)) {
      at = at.getCause();
    }
    return (SQLException) at;
  }

  private static String firstLine(SQLException problem) {
    String line = String.valueOf(problem.getMessage()).lines().findFirst().orElse("unknown");
    return line.endsWith(".") ? line : line + ".";
  }

  private static String remedy(LedgerAddress ledgerAddress, @Nullable SQLException problem) {
    if (problem instanceof SQLiteException sqlite) {
      return sqlite(sqlite);
    }
    return problem == null || ledgerAddress.dialect() == Dialect.SQLITE ? "" : postgresql(problem);
  }

  private static String sqlite(SQLiteException problem) {
    String name = problem.getResultCode().name();
    if (name.startsWith("SQLITE_CANTOPEN") || name.startsWith("SQLITE_READONLY")) {
      return " Let the user who runs sluice write to this file and its directory.";
    }
    if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
      return " Another program has kept it locked for too long: end that one, or try again.";
    }
    if (name.startsWith("SQLITE_NOTADB") || name.startsWith("SQLITE_CORRUPT")) {
      return " This file is not a ledger, or is damaged: name another, or restore a backup.";
    }
    return name.startsWith("SQLITE_FULL") ? " Make room on the disk." : "";
  }

  private static String postgresql(SQLException problem) {
    String state = String.valueOf(problem.getSQLState());
    return switch (state) {
      case "28P01", "28000", "08004" -> " Check user= and password= in ledger.url.";
      case "3D000" -> " Create this database, or name another in ledger.url.";
      case "42501" -> " Grant this user the right to create and write tables.";
      case "08001", "08006", "57P03" ->
          " Check that PostgreSQL is running there and that this machine can reach it.";
      default -> "";
    };
  }
}
