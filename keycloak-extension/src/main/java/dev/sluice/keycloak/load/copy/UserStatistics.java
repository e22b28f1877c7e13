package dev.sluice.keycloak.load.copy;

import dev.sluice.keycloak.load.user.WriteFailure;
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
 * Has PostgreSQL look at the table of users anew while a realm fills. Until its own autovacuum does
 * that, up to a minute later, it takes the realm for empty and reads all its users for each look-up
 * of a name, in logins as well.
 */
public final class UserStatistics {
  private static final Logger LOG = Logger.getLogger(UserStatistics.class);
  private static final int FIRST_AFTER = 1_000;

  private final Map<String, Long> written = new ConcurrentHashMap<>();

  /**
   * Counts users who were just written, and refreshes whenever a realm has twice as many of them as
   * at the time before. Only the tables' owner can; for another PostgreSQL does nothing.
   */
  public void count(KeycloakSessionFactory factory, String realmId, CopySchema schema, long users) {
    long after = written.merge(realmId, users, Long::sum);
    if (doublings(after) > doublings(after - users)) {
      refresh(factory, CopyTable.USERS.in(schema.name()));
    }
  }

  /** How often one has to double the first thousand. */
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
          "PostgreSQL could not look at %s anew, so the import and logins may be slower until its"
              + " autovacuum does: %s",
          table, WriteFailure.problem(e));
    }
  }

  private static void analyze(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Somebody's long vacuum of the table must not hold the import up.
      statement.execute("set local lock_timeout = '1s'");
      statement.execute("analyze " + table + " (realm_id, username, email)");
    }
  }
}
