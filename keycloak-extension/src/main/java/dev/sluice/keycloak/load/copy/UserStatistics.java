package dev.sluice.keycloak.load.copy;

import dev.sluice.keycloak.database.SqlFailure;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Makes PostgreSQL analyze the table of users while a realm fills. Until its autovacuum does that,
 * up to a minute later, it estimates the realm as empty and reads all its users for each lookup of
 * a name, in logins too.
 */
public final class UserStatistics {
  private static final Logger LOG = Logger.getLogger(UserStatistics.class);
  private static final int FIRST_AFTER = 1_000;

  private final Map<String, Long> written = new ConcurrentHashMap<>();

  /**
   * Counts users that were just written, and analyzes whenever a realm has twice as many as the
   * last time. Only the table's owner can; for another role PostgreSQL does nothing.
   */
  public void count(KeycloakSessionFactory factory, String realmId, CopySchema schema, long users) {
    long after = written.merge(realmId, users, Long::sum);
    if (doublings(after) > doublings(after - users)) {
      refresh(factory, CopyTable.USERS.in(schema.name()));
    }
  }

  /** Returns how often the first thousand has doubled. */
  static int doublings(long users) {
    return Long.SIZE - Long.numberOfLeadingZeros(users / FIRST_AFTER);
  }

  private static void refresh(KeycloakSessionFactory factory, String table) {
    try {
      KeycloakModelUtils.runJobInTransaction(
          factory,
          session -> {
            EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
            entities.unwrap(Session.class).doWork(connection -> analyze(connection, table));
          });
    } catch (RuntimeException e) {
      LOG.warnf(
          "PostgreSQL could not analyze %s, so the import and logins may be slower until its"
              + " autovacuum does: %s",
          table, SqlFailure.problem(e));
    }
  }

  private static void analyze(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // A long vacuum of the table must not delay the import.
      statement.execute("set local lock_timeout = '1s'");
      statement.execute("analyze " + table + " (realm_id, username, email)");
    }
  }
}
