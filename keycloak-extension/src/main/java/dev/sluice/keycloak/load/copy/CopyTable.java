package dev.sluice.keycloak.load.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a user's rows, as Keycloak 26.0 to 26.7 creates them on PostgreSQL: parents before
 * children.
 */
enum CopyTable {
  USERS(
      "user_entity",
      "id:character varying(36)",
      "email:character varying(255)",
      "email_constraint:character varying(255)",
      "email_verified:boolean",
      "enabled:boolean",
      "federation_link:character varying(255)",
      "first_name:character varying(255)",
      "last_name:character varying(255)",
      "realm_id:character varying(255)",
      "username:character varying(255)",
      "created_timestamp:bigint",
      "service_account_client_link:character varying(255)",
      "not_before:integer",
      // Since 26.6.
      "last_modified_timestamp?bigint"),
  ROLES("user_role_mapping", "role_id:character varying(255)", "user_id:character varying(36)"),
  ATTRIBUTES(
      "user_attribute",
      "name:character varying(255)",
      "value:character varying(255)",
      "user_id:character varying(36)",
      "id:character varying(36)",
      "long_value_hash:bytea",
      "long_value_hash_lower_case:bytea",
      "long_value:text"),
  GROUPS(
      "user_group_membership",
      "group_id:character varying(36)",
      "user_id:character varying(36)",
      "membership_type:character varying(255)"),
  LINKS(
      "federated_identity",
      "identity_provider:character varying(255)",
      "realm_id:character varying(36)",
      "federated_user_id:character varying(255)",
      "federated_username:character varying(255)",
      "token:text",
      "user_id:character varying(36)"),
  REQUIRED_ACTIONS(
      "user_required_action",
      "user_id:character varying(36)",
      "required_action:character varying(255)");

  /** The one column that some known versions lack. */
  static final String LAST_MODIFIED = "last_modified_timestamp";

  private final String table;
  private final String columns;

  CopyTable(String table, String... columns) {
    this.table = table;
    this.columns = String.join(",", columns);
  }

  private record Column(String name, String type, boolean always) {
    static Column of(String text) {
      int end = Math.max(text.indexOf(':'), text.indexOf('?'));
      return new Column(text.substring(0, end), text.substring(end + 1), text.charAt(end) == ':');
    }
  }

  private List<Column> columns() {
    return Stream.of(columns.split(",")).map(Column::of).toList();
  }

  /** Returns its name for SQL, with the schema that Keycloak is configured to use. */
  String in(Optional<String> schema) {
    return schema.map(name -> name + "." + table).orElse(table);
  }

  /**
   * Returns the statement for rows with all columns of {@code there}, in the order of this class.
   *
   * @param there maps column names to types, as PostgreSQL writes them
   */
  String statement(Optional<String> schema, Map<String, String> there) {
    return columns().stream()
        .map(Column::name)
        .filter(there::containsKey)
        .collect(Collectors.joining(", ", "copy " + in(schema) + " (", ") from stdin"));
  }

  /** Returns how a table with these columns differs from the known one. */
  List<String> differences(Map<String, String> there) {
    var differences = new ArrayList<String>();
    for (Column column : columns()) {
      String type = there.get(column.name());
      if (type == null && column.always()) {
        differences.add(table + " has no column " + column.name());
      } else if (type != null && !type.equals(column.type())) {
        differences.add("%s.%s is %s, not %s".formatted(table, column.name(), type, column.type()));
      }
    }
    there.keySet().stream()
        .filter(name -> columns().stream().noneMatch(column -> column.name().equals(name)))
        .forEach(name -> differences.add(table + " has a column " + name + " that is not known"));
    return differences;
  }
}
