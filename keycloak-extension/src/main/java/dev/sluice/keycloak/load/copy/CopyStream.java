package dev.sluice.keycloak.load.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Runs {@code COPY} over a connection of Keycloak's pool, in its transaction. The only class here
 * that needs PostgreSQL's driver, which Keycloak has at hand when that is its database.
 */
final class CopyStream {
  private final PGConnection postgres;

  CopyStream(Connection pooled) throws SQLException {
    this.postgres = pooled.unwrap(PGConnection.class);
  }

  /** Tells whether the driver itself is below the pool, and not a wrapper of it. */
  static boolean isPossible(Connection pooled) throws SQLException {
    return pooled.isWrapperFor(PGConnection.class);
  }

  void send(String statement, byte[] rows) throws SQLException {
    CopyIn copy = postgres.getCopyAPI().copyIn(statement);
    try {
      copy.writeToCopy(rows, 0, rows.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
