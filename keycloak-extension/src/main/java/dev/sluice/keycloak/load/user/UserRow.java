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
 * A user's row in the database, locked until the transaction ends. Keycloak writes a user as a
 * whole without a version, so a concurrent first login and update would each undo the other: both
 * lock the row first and read it only then.
 *
 * @param federationLink the component that represents the user's password; null once it has moved
 */
public record UserRow(@Nullable String federationLink, boolean enabled) {
  private static final String THE_USER =
      " from UserEntity u where u.id = :id and u.realmId = :realmId";

  /** Locks the row, waiting for other locks; empty if the user no longer exists. */
  public static Optional<UserRow> hold(KeycloakSession session, RealmModel realm, String id) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    List<?> held =
        entities
            .createQuery("select u" + THE_USER, Object.class)
            .setParameter("id", id)
            .setParameter("realmId", realm.getId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    // It may have been read before the lock, and then it would be stale.
    held.forEach(entities::refresh);
    return read(session, realm, id);
  }

  /** Reads the current row; empty if there is no such user. */
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

  /** Tells whether the password has not moved yet. */
  public boolean isLinkedTo(ComponentModel component) {
    return component.getId().equals(federationLink);
  }
}
