package dev.sluice.keycloak.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The columns of text that Sluice writes, where the database stores or compares them in its own
 * way: on MariaDB and MySQL. Keycloak itself makes some of them {@code utf8mb3} there ({@code
 * NVARCHAR}), whatever the database's own character set is.
 */
public final class TextColumns {
  private static final Set<String> FAMILY = Set.of("MariaDB", "MySQL");
  private static final String COLUMNS =
      """
      select table_name, column_name, character_set_name, collation_name
      from information_schema.columns
      where table_schema = database() and character_set_name is not null
        and table_name in ('USER_ENTITY', 'USER_ATTRIBUTE', 'KEYCLOAK_GROUP', 'FEDERATED_IDENTITY')
      """;

  private final Map<String, TextColumn> columns;

  private TextColumns(Map<String, TextColumn> columns) {
    this.columns = Map.copyOf(columns);
  }

  /** Returns none, as on databases that store every character and compare texts exactly. */
  public static TextColumns none() {
    return new TextColumns(Map.of());
  }

  /** Reads them from the database, once a session; none on others than MariaDB and MySQL. */
  public static TextColumns of(KeycloakSession session) {
    TextColumns known = session.getAttribute(TextColumns.class.getName(), TextColumns.class);
    if (known != null) {
      return known;
    }
    TextColumns read =
        session
            .getProvider(JpaConnectionProvider.class)
            .getEntityManager()
            .unwrap(Session.class)
            .doReturningWork(TextColumns::read);
    session.setAttribute(TextColumns.class.getName(), read);
    return read;
  }

  private static TextColumns read(Connection connection) throws SQLException {
    if (!FAMILY.contains(connection.getMetaData().getDatabaseProductName())) {
      return none();
    }
    var columns = new HashMap<String, TextColumn>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String name = (rows.getString(1) + "." + rows.getString(2)).toUpperCase(Locale.ROOT);
        columns.put(name, new TextColumn(name, rows.getString(3), rows.getString(4)));
      }
    }
    return new TextColumns(columns);
  }

  /** Tells whether every text is stored and compared as it is. */
  public boolean arePlain() {
    return columns.isEmpty();
  }

  /** Returns a column, such as {@code USER_ENTITY.USERNAME}; empty where nothing is peculiar. */
  public Optional<TextColumn> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /** Tells why the column cannot store a field's text; empty if it can. */
  public Optional<String> problem(String column, String field, String text) {
    return column(column)
        .flatMap(found -> {
          var foreign = found.foreign(text);
          return foreign.isPresent()
              ? Optional.of(found.problem(field, foreign.getAsInt()))
              : Optional.empty();
        });
  }
}
