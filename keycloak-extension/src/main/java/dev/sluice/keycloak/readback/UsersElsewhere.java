package dev.sluice.keycloak.readback;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds ids that other realms have: an id is unique in the whole of a Keycloak. */
public final class UsersElsewhere {
  private final KeycloakSession session;
  private final RealmModel realm;

  public UsersElsewhere(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** Returns the names of the realms, by id of the user. */
  public Map<String, String> of(List<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery(
            "select u.id, u.realmId from UserEntity u"
                + " where u.realmId <> :realmId and u.id in :ids",
            Object[].class)
        .setParameter("realmId", realm.getId())
        .setParameter("ids", ids)
        .getResultStream()
        .filter(row -> ids.contains((String) row[0]))
        .collect(Collectors.toMap(row -> (String) row[0], row -> name((String) row[1])));
  }

  private String name(String realmId) {
    RealmModel other = session.realms().getRealm(realmId);
    return other == null ? realmId : other.getName();
  }
}
