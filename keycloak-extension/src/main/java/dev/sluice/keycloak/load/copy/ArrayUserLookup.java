package dev.sluice.keycloak.load.copy;

import dev.sluice.keycloak.load.user.Sought;
import dev.sluice.keycloak.load.user.UserLookup;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/**
 * Queries PostgreSQL once a batch, with arrays, so that the statement is always the same: with a
 * parameter for each user, Hibernate and PostgreSQL would parse and plan every statement again.
 */
public final class ArrayUserLookup implements UserLookup {
  private final EntityManager entities;
  private final String query;

  public ArrayUserLookup(EntityManager entities, CopySchema schema) {
    this.entities = entities;
    String found =
        "select u.id, u.username, u.email, u.realm_id from "
            + CopyTable.USERS.in(schema.name())
            + " u";
    // With "realm_id = ?" PostgreSQL would read the whole realm while it estimates it as small; for
    // a join, it estimates the average number of users per realm.
    String wanted =
        " join unnest(?) as realm (id) on u.realm_id = realm.id cross join unnest(?) as wanted"
            + " (value)";
    this.query =
        String.join(
            " union all ",
            found + " where u.id = any (?)",
            found + wanted + " where u.username = wanted.value",
            found + wanted + " where u.email = wanted.value");
  }

  @Override
  public List<Found> find(String realmId, Sought sought) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> query(connection, realmId, sought));
  }

  private List<Found> query(Connection connection, String realmId, Sought sought)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, array(connection, sought.ids()));
      statement.setArray(2, array(connection, List.of(realmId)));
      statement.setArray(3, array(connection, sought.usernames()));
      statement.setArray(4, array(connection, List.of(realmId)));
      statement.setArray(5, array(connection, sought.emails()));
      var found = new ArrayList<Found>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Found(
                  rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
        }
      }
      return found;
    }
  }

  private static Array array(Connection connection, List<String> values) throws SQLException {
    return connection.createArrayOf("varchar", values.toArray());
  }
}
