package dev.sluice.keycloak.readback;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Reads the data of some users with one query for each kind of data, not for each user. */
final class UserRows {
  private final EntityManager entities;
  private final List<String> ids;

  UserRows(EntityManager entities, List<String> ids) {
    this.entities = entities;
    this.ids = ids;
  }

  /**
   * Reads id, username, enabled, email, verified, names, creation time and federation link of each
   * user.
   */
  List<Object[]> users(String realmId) {
    return entities
        .createQuery(
            "select u.id, u.username, u.enabled, u.email, u.emailVerified, u.firstName, u.lastName,"
                + " u.createdTimestamp, u.federationLink from UserEntity u"
                + " where u.realmId = :realmId and u.id in :ids",
            Object[].class)
        .setParameter("realmId", realmId)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Reads attributes by user; a long value has a separate column. */
  Map<String, Map<String, List<String>>> attributes() {
    var byUser = new HashMap<String, Map<String, List<String>>>();
    for (Object[] row :
        rows(
            "select a.user.id, a.name, a.value, a.longValue from UserAttributeEntity a"
                + " where a.user.id in :ids order by a.id")) {
      Object value = row[3] == null ? row[2] : row[3];
      if (value != null) {
        byUser
            .computeIfAbsent((String) row[0], id -> new HashMap<>())
            .computeIfAbsent((String) row[1], name -> new ArrayList<>())
            .add((String) value);
      }
    }
    return byUser;
  }

  /** Reads the ids of groups by user. */
  Map<String, List<String>> groups() {
    return byUser(
        "select m.user.id, m.groupId from UserGroupMembershipEntity m where m.user.id in :ids",
        row -> (String) row[1]);
  }

  Map<String, List<StoredUser.Link>> links() {
    return byUser(
        "select l.user.id, l.identityProvider, l.userId from FederatedIdentityEntity l"
            + " where l.user.id in :ids",
        row -> new StoredUser.Link((String) row[1], String.valueOf(row[2])));
  }

  Map<String, List<String>> requiredActions() {
    return byUser(
        "select r.user.id, r.action from UserRequiredActionEntity r where r.user.id in :ids",
        row -> (String) row[1]);
  }

  /** Reads the users that have a password here. */
  Set<String> withPassword() {
    return new HashSet<>(
        entities
            .createQuery(
                "select distinct c.user.id from CredentialEntity c"
                    + " where c.type = :type and c.user.id in :ids",
                String.class)
            .setParameter("type", PasswordCredentialModel.TYPE)
            .setParameter("ids", ids)
            .getResultList());
  }

  private <T> Map<String, List<T>> byUser(String query, Function<Object[], T> value) {
    var byUser = new HashMap<String, List<T>>();
    for (Object[] row : rows(query)) {
      byUser.computeIfAbsent((String) row[0], id -> new ArrayList<>()).add(value.apply(row));
    }
    return byUser;
  }

  private List<Object[]> rows(String query) {
    return entities.createQuery(query, Object[].class).setParameter("ids", ids).getResultList();
  }
}
