package dev.sluice.keycloak.backup;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import org.keycloak.exportimport.util.ExportUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * Reads a realm's own users page by page in the order of their ids: a user that exists throughout
 * comes exactly once, whatever is written in the meantime.
 */
final class UserPages {
  private static final String OF_THE_REALM = "UserEntity u where u.realmId = :realmId";
  private static final String FEDERATED = "FederatedUser u where u.realmId = :realmId";
  private static final String NEXT = " and u.id > :after order by u.id";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final EntityManager entities;

  UserPages(KeycloakSession session, RealmModel realm, EntityManager entities) {
    this.session = session;
    this.realm = realm;
    this.entities = entities;
  }

  long count() {
    return count(OF_THE_REALM);
  }

  /** Reads users of other directories that Keycloak stores data for. */
  long countFederated() {
    return count(FEDERATED);
  }

  private long count(String which) {
    return entities
        .createQuery("select count(u) from " + which, Long.class)
        .setParameter("realmId", realm.getId())
        .getSingleResult();
  }

  List<UserRepresentation> users(String after, int max) {
    // Read together, so that the users' parts are fetched for many users at once.
    List<UserEntity> page =
        entities
            .createQuery("select u from " + OF_THE_REALM + NEXT, UserEntity.class)
            .setParameter("realmId", realm.getId())
            .setParameter("after", after)
            .setMaxResults(max)
            .getResultList();
    UserProvider local = UserStoragePrivateUtil.userLocalStorage(session);
    return page.stream()
        .map(row -> user(Objects.requireNonNull(local.getUserById(realm, row.getId())), row))
        .toList();
  }

  private UserRepresentation user(UserModel user, UserEntity row) {
    UserRepresentation whole =
        ExportUtils.exportUser(session, realm, user, RealmExport.OPTIONS, true);
    SocialLinks.addMissing(whole, row);
    return whole;
  }

  List<UserRepresentation> federatedUsers(String after, int max) {
    return entities
        .createQuery("select u.id from " + FEDERATED + NEXT, String.class)
        .setParameter("realmId", realm.getId())
        .setParameter("after", after)
        .setMaxResults(max)
        .getResultStream()
        .map(id -> ExportUtils.exportFederatedUser(session, realm, id, RealmExport.OPTIONS))
        .toList();
  }
}
