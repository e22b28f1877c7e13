package dev.sluice.keycloak.load.user;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Queries through Keycloak's entities, on any database. */
public final class EntityUserLookup implements UserLookup {
  private static final String FOUND =
      "select u.id, u.username, u.email, u.realmId from UserEntity u where ";

  private final EntityManager entities;

  public EntityUserLookup(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<Found> find(String realmId, Sought sought) {
    var found = new ArrayList<>(query(realmId, "u.id in :wanted", sought.ids()));
    found.addAll(
        query(realmId, "u.realmId = :realmId and u.username in :wanted", sought.usernames()));
    found.addAll(query(realmId, "u.realmId = :realmId and u.email in :wanted", sought.emails()));
    return found;
  }

  private List<Found> query(String realmId, String condition, List<String> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    var query = entities.createQuery(FOUND + condition, Object[].class);
    query.setParameter("wanted", wanted);
    if (condition.contains(":realmId")) {
      query.setParameter("realmId", realmId);
    }
    return query.getResultList().stream()
        .map(row -> new Found((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }
}
