package dev.sluice.keycloak.guard;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.keycloak.settings.MigrationMode;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.JpaUserProvider;
import org.keycloak.services.ErrorResponse;

/**
 * Keycloak's own store of users, except that it neither removes nor unlinks the users of Sluice's
 * component while they need it. The console has a button for each, side by side, and removing the
 * component removes its users too. A realm can be removed as ever, and users one by one.
 */
final class GuardedUserStore extends JpaUserProvider {
  private final EntityManager entities;

  GuardedUserStore(KeycloakSession session, EntityManager entities) {
    super(session, entities);
    this.entities = entities;
  }

  /** Also called for a component that is removed. */
  @Override
  public void removeImportedUsers(RealmModel realm, String component) {
    if (ours(realm, component).isPresent()) {
      refuseWhileLinked(
          realm,
          component,
          "Removing them deletes users whose passwords have not moved yet. To end the migration,"
              + " set mode: bulk in sluice.yaml, run sluice provision --execute, and use \"Unlink"
              + " users\" first.");
    }
    super.removeImportedUsers(realm, component);
  }

  /** Once the gateway is not asked any more, users need the link no longer. */
  @Override
  public void unlinkUsers(RealmModel realm, String component) {
    if (ours(realm, component).filter(MigrationMode::asksTheGateway).isPresent()) {
      refuseWhileLinked(
          realm,
          component,
          "Unlinked, they could not log in with their passwords. To end the migration, set mode:"
              + " bulk in sluice.yaml and run sluice provision --execute first.");
    }
    super.unlinkUsers(realm, component);
  }

  /** Returns the mode of Sluice's component; empty if the component is another one's. */
  private static Optional<MigrationMode> ours(RealmModel realm, String component) {
    ComponentModel found = realm.getComponent(component);
    return found == null || !ExtensionVersion.ID.equals(found.getProviderId())
        ? Optional.empty()
        : Optional.of(MigrationMode.of(found));
  }

  private void refuseWhileLinked(RealmModel realm, String component, String why) {
    long linked =
        entities
            .createQuery(
                "select count(u) from UserEntity u"
                    + " where u.realmId = :realmId and u.federationLink = :component",
                Long.class)
            .setParameter("realmId", realm.getId())
            .setParameter("component", component)
            .getSingleResult();
    if (linked > 0) {
      throw ErrorResponse.error(
          "%d users are still linked to Sluice's provider. %s".formatted(linked, why),
          Response.Status.CONFLICT);
    }
  }
}
