package dev.sluice.keycloak.database;

import dev.sluice.keycloak.wire.WireJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Which texts are one to a column, by its collation: to many of MariaDB and MySQL, {@code Admins},
 * {@code ädmins} and {@code admins} with a blank at its end.
 */
public final class SameTexts {
  private static final SameTexts EXACT = new SameTexts(Map.of());

  private final Map<String, String> keys;

  private SameTexts(Map<String, String> keys) {
    this.keys = keys;
  }

  /** Returns those of a column that takes no two texts for one. */
  public static SameTexts exact() {
    return EXACT;
  }

  /** Lets the database compare the texts; what the column cannot store is like nothing else. */
  public static SameTexts among(
      KeycloakSession session, Optional<TextColumn> column, Collection<String> texts) {
    if (column.isEmpty()) {
      return EXACT;
    }
    List<String> distinct =
        texts.stream().filter(text -> column.get().foreign(text).isEmpty()).distinct().toList();
    if (distinct.size() < 2) {
      return EXACT;
    }
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .unwrap(Session.class)
        .doReturningWork(connection -> compare(connection, column.get(), distinct));
  }

  private static SameTexts compare(Connection connection, TextColumn column, List<String> texts)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query(column))) {
      statement.setString(1, WireJson.write(texts));
      var first = new HashMap<Long, String>();
      var keys = new HashMap<String, String>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String text = texts.get(rows.getInt(1) - 1);
          keys.put(text, first.computeIfAbsent(rows.getLong(2), rank -> text));
        }
      }
      return new SameTexts(keys);
    }
  }

  private static String query(TextColumn column) {
    return """
    select n, dense_rank() over (order by t)
    from json_table(?, '$[*]' columns (
      n for ordinality, t varchar(255) character set %s collate %s path '$')) texts
    order by n
    """
        .formatted(column.charset(), column.collation());
  }

  /** Returns the same key for texts that are one to the column. */
  public String key(String text) {
    return keys.getOrDefault(text, text);
  }

  /** Returns the texts that are one to the column, several in each list, in their given order. */
  public List<List<String>> alike(Collection<String> texts) {
    var byKey =
        texts.stream()
            .distinct()
            .collect(
                Collectors.groupingBy(
                    this::key, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    return byKey.values().stream()
        .filter(same -> same.size() > 1)
        .<List<String>>map(same -> same)
        .toList();
  }
}
