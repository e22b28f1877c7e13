package dev.sluice.keycloak.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Makes a transaction see what others have committed. At {@code REPEATABLE READ}, the default of
 * MariaDB and MySQL, a transaction goes on seeing what it saw at its first query: not the user that
 * another one has created or moved since, and not the password that came with it.
 */
public final class NewestState {
  private static final Logger LOG = Logger.getLogger(NewestState.class);
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private NewestState() {}

  /**
   * Lets the next queries of this session see the newest state. Where a transaction sees only its
   * own beginning, this ends it in the database and begins another: only for places where nothing
   * was written before that would have to be undone.
   *
   * @return false if the database does not allow it; then what others have done is not seen
   */
  public static boolean look(KeycloakSession session) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .unwrap(Session.class)
        .doReturningWork(NewestState::look);
  }

  private static boolean look(Connection connection) throws SQLException {
    if (connection.getTransactionIsolation() < Connection.TRANSACTION_REPEATABLE_READ) {
      return true;
    }
    // Keycloak's pool forbids Connection.commit() while it manages the transaction.
    try (Statement statement = connection.createStatement()) {
      statement.execute("commit");
      return true;
    } catch (SQLException e) {
      if (TOLD.compareAndSet(false, true)) {
        LOG.warnf(
            "Transactions of this database see only the state in which they began (%s), and it"
                + " does not let Sluice begin another: set its isolation to READ COMMITTED, or"
                + " some first logins have to be repeated",
            e.getMessage());
      }
      return false;
    }
  }
}
