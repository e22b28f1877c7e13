package dev.sluice.keycloak.database;

import java.util.Map;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Names the kind of database on which Keycloak runs. */
public final class DatabaseName {
  private static final Map<String, String> TESTED =
      Map.of("PostgreSQL", "PostgreSQL", "MariaDB", "MariaDB", "H2", "Keycloak's file database");

  private DatabaseName() {}

  /** Returns the name, and whether nobody has tested Sluice with it. */
  public static String of(KeycloakSession session) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .unwrap(Session.class)
        .doReturningWork(connection -> told(connection.getMetaData().getDatabaseProductName()));
  }

  static String told(String product) {
    String tested = TESTED.get(product);
    return tested == null ? product + " (Sluice is not tested on it)" : tested;
  }
}
