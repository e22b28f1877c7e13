package dev.sluice.migration.ledger.jdbc.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Advisory locks, each on a connection of its own; PostgreSQL frees them when the connection ends,
 * as it does at once when the process dies, and within 30 seconds when its machine does.
 */
public final class AdvisoryRunLocks implements RunLocks {
  private static final int UNLOCK_SECONDS = 5;

  private final LedgerAddress ledgerAddress;

  public AdvisoryRunLocks(LedgerAddress ledgerAddress) {
    this.ledgerAddress = ledgerAddress;
  }

  @Override
  public Optional<Held> take(String kind) {
    try {
      Connection connection = Postgresql.source(ledgerAddress).getConnection();
      boolean taken = false;
      try {
        taken = tryLock(connection, kind);
        return taken ? Optional.of(() -> free(connection)) : Optional.empty();
      } finally {
        if (!taken) {
          connection.close();
        }
      }
    } catch (SQLException problem) {
      throw DatabaseProblems.describe(ledgerAddress, "lock", problem);
    }
  }

  private static boolean tryLock(Connection connection, String kind) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;"
              + " set tcp_keepalives_count = 4");
    }
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select pg_try_advisory_lock("
                + "hashtextextended('sluice run ' || current_schema() || ' ' || ?, 0))")) {
      lock.setString(1, kind);
      ResultSet answer = lock.executeQuery();
      return answer.next() && answer.getBoolean(1);
    }
  }

  /** Unlocks before closing: the server notices a closed connection a little later. */
  private void free(Connection connection) {
    try (connection) {
      if (connection.isValid(UNLOCK_SECONDS)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("select pg_advisory_unlock_all()");
        }
      }
    } catch (SQLException problem) {
      throw DatabaseProblems.describe(ledgerAddress, "unlock", problem);
    }
  }
}
