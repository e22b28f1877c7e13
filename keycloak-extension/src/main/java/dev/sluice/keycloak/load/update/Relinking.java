package dev.sluice.keycloak.load.update;

import dev.sluice.keycloak.load.user.UnusableRequest;
import dev.sluice.keycloak.load.user.UserRow;
import dev.sluice.keycloak.settings.SluiceComponent;
import dev.sluice.keycloak.wire.RelinkRequest;
import dev.sluice.keycloak.wire.UpdateAnswer;
import dev.sluice.keycloak.wire.UpdateAnswer.Outcome;
import dev.sluice.keycloak.wire.UpdateAnswer.Result;
import org.keycloak.component.ComponentModel;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.keycloak.storage.UserStorageUtil;

/**
 * Links users without a password to Sluice's component again: somebody has unlinked them, or their
 * component is gone.
 */
public final class Relinking {
  private Relinking() {}

  public static UpdateAnswer run(
      KeycloakSessionFactory factory, RealmModel realm, RelinkRequest request) {
    if (SluiceComponent.find(realm).isEmpty()) {
      throw new UnusableRequest(
          ("The realm %s has no user federation component \"sluice\" to link users to: run sluice"
                  + " provision")
              .formatted(realm.getName()));
    }
    return new UpdateAnswer(
        request.ids().stream()
            .map(id -> UserChanges.alone(factory, realm, id, session -> relink(session, id)))
            .toList());
  }

  private static Outcome relink(KeycloakSession session, String id) {
    RealmModel realm = session.getContext().getRealm();
    ComponentModel component = SluiceComponent.find(realm).orElseThrow();
    UserRow row = UserRow.hold(session, realm, id).orElse(null);
    if (row == null) {
      return Outcome.of(id, Result.NOT_THERE);
    }
    if (row.isLinkedTo(component)) {
      return Outcome.of(id, Result.DONE);
    }
    if (hasPassword(session, id)) {
      return Outcome.of(id, Result.IN_CHARGE);
    }
    ComponentModel other =
        row.federationLink() == null ? null : realm.getComponent(row.federationLink());
    if (other != null) {
      return Outcome.refused(
          id,
          "the user is linked to another user federation provider, %s: unlink the user there"
              .formatted(other.getName()));
    }
    link(session, realm, component, id);
    return Outcome.of(id, Result.DONE);
  }

  /** Avoids Keycloak's lookup, which deletes users whose component is gone. */
  private static void link(
      KeycloakSession session, RealmModel realm, ComponentModel component, String id) {
    UserModel user = UserStoragePrivateUtil.userLocalStorage(session).getUserById(realm, id);
    user.setFederationLink(component.getId());
    UserCache cache = UserStorageUtil.userCache(session);
    if (cache != null) {
      cache.evict(realm, user);
    }
  }

  private static boolean hasPassword(KeycloakSession session, String id) {
    return session
            .getProvider(JpaConnectionProvider.class)
            .getEntityManager()
            .createQuery(
                "select count(c) from CredentialEntity c where c.user.id = :id and c.type = :type",
                Long.class)
            .setParameter("id", id)
            .setParameter("type", PasswordCredentialModel.TYPE)
            .getSingleResult()
        > 0;
  }
}
