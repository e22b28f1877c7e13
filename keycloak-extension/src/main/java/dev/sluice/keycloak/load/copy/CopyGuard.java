package dev.sluice.keycloak.load.copy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.keycloak.common.Version;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Checks whether {@link CopyWriter} would write what Keycloak itself writes: it bypasses Keycloak's
 * entities, so it must know the version and find the tables exactly as that version creates them.
 */
public final class CopyGuard {
  private static final Pattern KNOWN_KEYCLOAK = Pattern.compile("26\\.[0-7]\\..*");

  /** Recognizes other databases with PostgreSQL's protocol by their version text. */
  private static final Pattern POSTGRESQL = Pattern.compile("PostgreSQL [0-9.]+( .*)?");

  private CopyGuard() {}

  /** Checks the database; only reads. */
  public static CopySupport look(KeycloakSession session) {
    Optional<String> version = version(Version.VERSION);
    if (version.isPresent()) {
      return new CopySupport.Impossible(version.get());
    }
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    CopySchema schema = CopySchema.of(entities);
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> {
          Optional<String> database = database(connection);
          return database.isPresent()
              ? new CopySupport.Impossible(database.get())
              : tables(connection, schema);
        });
  }

  static Optional<String> version(String keycloak) {
    return KNOWN_KEYCLOAK.matcher(keycloak).matches()
        ? Optional.empty()
        : Optional.of("the tables of Keycloak " + keycloak + " are not known to this extension");
  }

  private static Optional<String> database(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    if (!product.equals("PostgreSQL")) {
      return Optional.of("the database is " + product + ", not PostgreSQL");
    }
    Optional<String> other = server(text(connection, "select version()"));
    if (other.isPresent()) {
      return other;
    }
    return CopyStream.isPossible(connection)
        ? Optional.empty()
        : Optional.of("Keycloak does not use PostgreSQL's own driver");
  }

  static Optional<String> server(String version) {
    return POSTGRESQL.matcher(version).matches()
        ? Optional.empty()
        : Optional.of("the database reports itself as " + version);
  }

  private static CopySupport tables(Connection connection, CopySchema schema) throws SQLException {
    var statements = new EnumMap<CopyTable, String>(CopyTable.class);
    boolean lastModified = false;
    for (CopyTable table : CopyTable.values()) {
      Map<String, String> columns = schema.columns(connection, table);
      List<String> differences = table.differences(columns);
      if (!differences.isEmpty()) {
        return new CopySupport.Impossible(String.join(", ", differences));
      }
      if (!schema.isPlain(connection, table)) {
        return new CopySupport.Impossible(
            table.in(schema.name()) + " has rules or row security, or is not a plain table");
      }
      statements.put(table, table.statement(schema.name(), columns));
      lastModified |= columns.containsKey(CopyTable.LAST_MODIFIED);
    }
    return new CopySupport.Possible(schema, statements, lastModified);
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
