package dev.sluice.keycloak.load;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/**
 * Asks PostgreSQL once a batch, with arrays, so that the statement is always the same: a parameter
 * for each user would have Hibernate and PostgreSQL work each of them out anew.
 */
final class ArrayUserLookup implements UserLookup {
  private final EntityManager entities;
  private final String query;

  ArrayUserLookup(EntityManager entities, CopySchema schema) {
    this.entities = entities;
    String found = "select id, username, email, realm_id from " + CopyTable.USERS.in(schema.name());
    this.query =
        String.join(
            " union all ",
            found + " where id = any (?)",
            found + " where realm_id = ? and username = any (?)",
            found + " where realm_id = ? and email = any (?)");
  }

  @Override
  public List<Found> find(
      String realmId, List<String> ids, List<String> usernames, List<String> emails) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> query(connection, realmId, ids, usernames, emails));
  }

  private List<Found> query(
      Connection connection,
      String realmId,
      List<String> ids,
      List<String> usernames,
      List<String> emails)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
      statement.setString(2, realmId);
      statement.setArray(3, connection.createArrayOf("varchar", usernames.toArray()));
      statement.setString(4, realmId);
      statement.setArray(5, connection.createArrayOf("varchar", emails.toArray()));
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
}
