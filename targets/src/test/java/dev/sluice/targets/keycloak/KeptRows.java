package dev.sluice.targets.keycloak;

import dev.sluice.servers.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Every column of every row that a realm's users have in Keycloak's tables, but for ids that name
 * nothing outside of their table, and for times of writing and the order of credentials: Keycloak's
 * import makes its own.
 */
public final class KeptRows {
  private static final List<String> OF_USERS =
      List.of(
          "credential",
          "federated_identity",
          "user_attribute",
          "user_consent",
          "user_group_membership",
          "user_required_action",
          "user_role_mapping");
  private static final String THE_REALM = "(select id from realm where name = ?)";

  private final PostgresServer server;
  private final String database;

  public KeptRows(PostgresServer server, String database) {
    this.server = server;
    this.database = database;
  }

  /** A line a row, sorted. */
  public List<String> of(String realm) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection tables =
        DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password())) {
      read(
          tables,
          "select 'user_entity ' || (to_jsonb(t) - 'last_modified_timestamp'"
              + " - 'email_constraint')::text"
              + " from user_entity t where realm_id = "
              + THE_REALM,
          realm,
          rows);
      for (String table : OF_USERS) {
        String own =
            table.equals("credential")
                ? " - 'priority'"
                : " - 'id' - 'created_date' - 'last_updated_date'";
        read(
            tables,
            ("select '%s ' || (to_jsonb(t)%s)::text from %s t"
                    + " join user_entity u on u.id = t.user_id where u.realm_id = %s")
                .formatted(table, own, table, THE_REALM),
            realm,
            rows);
      }
      read(
          tables,
          "select 'consent to ' || s.scope_id from user_consent_client_scope s"
              + " join user_consent c on c.id = s.user_consent_id"
              + " join user_entity u on u.id = c.user_id where u.realm_id = "
              + THE_REALM,
          realm,
          rows);
    }
    return rows.stream().sorted().toList();
  }

  private static void read(Connection tables, String query, String realm, List<String> rows)
      throws SQLException {
    try (PreparedStatement statement = tables.prepareStatement(query)) {
      statement.setString(1, realm);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
    }
  }
}
