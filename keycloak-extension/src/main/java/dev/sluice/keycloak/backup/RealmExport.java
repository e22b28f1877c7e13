package dev.sluice.keycloak.backup;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.keycloak.common.Version;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.exportimport.ExportOptions;
import org.keycloak.exportimport.util.ExportUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Reads a realm for a backup, each piece in its own read-only transaction. */
final class RealmExport {
  /** Exports the whole realm, without its users. */
  static final ExportOptions OPTIONS = new ExportOptions(false, true, true, false, false);

  private final KeycloakSessionFactory factory;
  private final String realmId;

  RealmExport(KeycloakSessionFactory factory, String realmId) {
    this.factory = factory;
    this.realmId = realmId;
  }

  Map<String, Object> contents() {
    return reading((session, realm) -> {
      UserPages pages = pages(session, realm);
      return Map.of(
          "realm", realm.getName(),
          "keycloak", Version.VERSION,
          "users", pages.count(),
          "federatedUsers", pages.countFederated());
    });
  }

  RealmRepresentation realm() {
    return reading((session, realm) -> ExportUtils.exportRealm(session, realm, OPTIONS, true));
  }

  Map<String, Object> users(String after, int max) {
    return reading(
        (session, realm) -> file(realm, "users", pages(session, realm).users(after, max)));
  }

  Map<String, Object> federatedUsers(String after, int max) {
    return reading((session, realm) ->
        file(realm, "federatedUsers", pages(session, realm).federatedUsers(after, max)));
  }

  private static Map<String, Object> file(
      RealmModel realm, String field, List<UserRepresentation> users) {
    Map<String, Object> file = new HashMap<>();
    file.put("realm", realm.getName());
    file.put(field, users);
    return file;
  }

  private static UserPages pages(KeycloakSession session, RealmModel realm) {
    return new UserPages(session, realm, entities(session));
  }

  private <T> T reading(BiFunction<KeycloakSession, RealmModel, T> read) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        session -> {
          RealmModel realm = session.realms().getRealm(realmId);
          session.getContext().setRealm(realm);
          // Otherwise every query first checks all read entities for changes.
          Session hibernate = entities(session).unwrap(Session.class);
          hibernate.setHibernateFlushMode(FlushMode.MANUAL);
          return read.apply(session, realm);
        });
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
