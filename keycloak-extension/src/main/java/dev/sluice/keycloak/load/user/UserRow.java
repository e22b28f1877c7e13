package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.database.ExactUser;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.engine.spi.EntityKey;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

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
    Session entities =
        session.getProvider(JpaConnectionProvider.class).getEntityManager().unwrap(Session.class);
    return newest(entities, id)
        .filter(user -> user.getRealmId().equals(realm.getId()) && ExactUser.exists(session, id))
        .map(user -> new UserRow(user.getFederationLink(), user.isEnabled()));
  }

  /**
   * Reads the user and locks it by one statement: only such a statement reads the newest state in
   * every database. What this session had read before is overwritten.
   */
  private static Optional<UserEntity> newest(Session entities, String id) {
    if (!isKnown(entities, id)) {
      return Optional.ofNullable(
          entities.find(UserEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
    UserEntity known = entities.getReference(UserEntity.class, id);
    try {
      Hibernate.initialize(known);
      // Hibernate refreshes what it has locked without a lock, and it cannot have changed since.
      if (entities.getLockMode(known) != LockModeType.PESSIMISTIC_WRITE) {
        entities.refresh(known, LockModeType.PESSIMISTIC_WRITE);
      }
      return Optional.of(known);
    } catch (EntityNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * Tells whether the session has read the user; finding it with a lock would not read it again.
   */
  private static boolean isKnown(Session entities, String id) {
    return entities.getStatistics().getEntityKeys().stream()
        .map(EntityKey.class::cast)
        .anyMatch(key ->
            key.getIdentifier().equals(id)
                && key.getEntityName().equals(UserEntity.class.getName()));
  }

  /** Reads the row as this transaction sees it; empty if there is no such user. */
  public static Optional<UserRow> read(KeycloakSession session, RealmModel realm, String id) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery("select u.federationLink, u.enabled, u.id" + THE_USER, Object[].class)
        .setParameter("id", id)
        .setParameter("realmId", realm.getId())
        .getResultStream()
        .filter(row -> id.equals(row[2]))
        .findFirst()
        .map(row -> new UserRow((String) row[0], (boolean) row[1]));
  }

  /** Tells whether the password has not moved yet. */
  public boolean isLinkedTo(ComponentModel component) {
    return component.getId().equals(federationLink);
  }
}
