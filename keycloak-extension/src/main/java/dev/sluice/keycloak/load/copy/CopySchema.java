package dev.sluice.keycloak.load.copy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads where Keycloak's tables are in the database, and their columns. */
public record CopySchema(Optional<String> name) {
  private static final String COLUMNS =
      """
      select a.attname, format_type(a.atttypid, a.atttypmod)
      from pg_attribute a
      where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped
      """;
  private static final String PLAIN =
      """
      select 1 from pg_class c
      where c.oid = to_regclass(?) and c.relkind = 'r'
        and not c.relhasrules and not c.relrowsecurity
      """;

  /** The schema that Hibernate writes before table names; absent if it writes none. */
  static CopySchema of(EntityManager entities) {
    return new CopySchema(
        Optional.ofNullable(
                entities.getEntityManagerFactory().getProperties().get("hibernate.default_schema"))
            .map(Object::toString)
            .filter(schema -> !schema.isBlank()));
  }

  /** Returns a map from column names to types; empty if there is no such table. */
  Map<String, String> columns(Connection connection, CopyTable table) throws SQLException {
    var columns = new LinkedHashMap<String, String>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table.in(name));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return columns;
  }

  /**
   * Tells whether COPY into the table has the effect of an insert, because rules apply to inserts
   * only.
   */
  boolean isPlain(Connection connection, CopyTable table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PLAIN)) {
      statement.setString(1, table.in(name));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
