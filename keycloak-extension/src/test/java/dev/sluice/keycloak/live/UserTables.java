package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Every column of every row that a realm's users have in Keycloak's tables, with what differs from
 * realm to realm, or is random, replaced by what it stands for.
 */
final class UserTables {
  private static final List<String> TABLES =
      List.of(
          "user_attribute",
          "user_role_mapping",
          "user_group_membership",
          "federated_identity",
          "user_required_action",
          "credential",
          "user_consent");

  private final TestRealm realm;
  private final Map<String, String> stands = new LinkedHashMap<>();

  UserTables(TestRealm realm) {
    this.realm = realm;
  }

  /** A line a row, sorted. */
  String text() throws Exception {
    var lines = new ArrayList<String>();
    try (Connection tables = LiveKeycloak.tables()) {
      String realmId = one(tables, "select id from realm where name = ?");
      stands.put(realmId, "the realm");
      stands.put(realm.componentId, "the component");
      stands.put(realm.name + "-", "");
      read(tables, "select id, name from keycloak_group where realm_id = ?", realmId)
          .forEach(row -> stands.put(row.get(0), "group " + row.get(1)));
      read(tables, "select id, name from keycloak_role where realm_id = ?", realmId)
          .forEach(row -> stands.put(row.get(0), "a role"));
      lines(tables, "select to_jsonb(u)::text, '' from user_entity u where realm_id = ?", realmId)
          .forEach(row -> lines.add("user_entity " + row));
      for (String table : TABLES) {
        lines(
                tables,
                "select to_jsonb(t)::text, '' from "
                    + table
                    + " t join user_entity u on u.id = t.user_id where u.realm_id = ?",
                realmId)
            .forEach(row -> lines.add(table + " " + row));
      }
    }
    return String.join("\n", lines.stream().sorted().toList());
  }

  private List<String> lines(Connection tables, String query, String realmId) throws Exception {
    var lines = new ArrayList<String>();
    for (List<String> row : read(tables, query, realmId)) {
      var json = (ObjectNode) Rest.JSON.readTree(row.get(0));
      var known = Rest.JSON.createObjectNode();
      json.properties().forEach(field -> known.put(field.getKey(), value(field, json)));
      lines.add(known.toPrettyString().replace("\n", ""));
    }
    return lines;
  }

  private String value(Map.Entry<String, JsonNode> field, ObjectNode row) {
    String text = field.getValue().asText();
    return switch (field.getKey()) {
      case "id" -> row.has("user_id") ? random(text) : stand(text);
      case "email_constraint" -> text.equals(row.path("email").asText()) ? text : random(text);
      case "last_modified_timestamp" -> time(field.getValue());
      case "created_timestamp" ->
          field.getValue().asLong() > 1 << 30 ? age(field.getValue()) : text;
      default -> field.getValue().isNull() ? "null of SQL" : stand(text);
    };
  }

  private String stand(String text) {
    String stand = text;
    for (var known : stands.entrySet()) {
      stand = stand.replace(known.getKey(), known.getValue());
    }
    return stand;
  }

  private static String random(String text) {
    assertThat(UUID.fromString(text)).hasToString(text);
    return "random";
  }

  private static String age(JsonNode time) {
    return time.asLong() < 1_600_000_000_000L ? time.asText() : time(time);
  }

  private static String time(JsonNode time) {
    assertThat(System.currentTimeMillis() - time.asLong()).isBetween(0L, 600_000L);
    return "just now";
  }

  private String one(Connection tables, String query) throws Exception {
    return read(tables, query.replace("select id", "select id, ''"), realm.name).get(0).get(0);
  }

  private static List<List<String>> read(Connection tables, String query, String parameter)
      throws Exception {
    var rows = new ArrayList<List<String>>();
    try (PreparedStatement statement = tables.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(List.of(found.getString(1), found.getString(2)));
        }
      }
    }
    return rows;
  }
}
