package dev.sluice.keycloak.load.user;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A user's row in the database, held until the transaction ends. Keycloak writes a user as a whole
 * and keeps no version of it, so a first login and an update at the same moment would each undo
 * what the other has done: both take the row first, and look at it only then.
 *
 * @param federationLink the component that stands for the user's password; null once it has moved
 */
public record UserRow(@Nullable String federationLink, boolean enabled) {
  private static final String THE_USER =
      " from UserEntity u where u.id = :id and u.realmId = :realmId";

  /** Waits until nobody else holds the row; empty when there is no such user any more. */
  public static Optional<UserRow> hold(KeycloakSession session, RealmModel realm, String id) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    List<?> held =
        entities
            .createQuery("select u" + THE_USER, Object.class)
            .setParameter("id", id)
            .setParameter("realmId", realm.getId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    // It may have been read before it was held, and then it is what it was.
    held.forEach(entities::refresh);
    return read(session, realm, id);
  }

  /** The row as it is at this moment; empty when there is no such user. */
  public static Optional<UserRow> read(KeycloakSession session, RealmModel realm, String id) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery("select u.federationLink, u.enabled" + THE_USER, Object[].class)
        .setParameter("id", id)
        .setParameter("realmId", realm.getId())
        .getResultStream()
        .findFirst()
        .map(row -> new UserRow((String) row[0], (boolean) row[1]));
  }

  /** Whether the password has not moved yet. */
  public boolean isLinkedTo(ComponentModel component) {
    return component.getId().equals(federationLink);
  }
}
