package dev.sluice.keycloak.settings;

import dev.sluice.keycloak.ExtensionVersion;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/** Finds the one component of a realm that configures how Sluice moves users into it. */
public final class SluiceComponent {
  private SluiceComponent() {}

  /** Returns the realm's component, enabled or not. */
  public static Optional<UserStorageProviderModel> find(RealmModel realm) {
    return realm
        .getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
        .filter(component -> ExtensionVersion.ID.equals(component.getProviderId()))
        .findFirst()
        .map(UserStorageProviderModel::new);
  }

  /** Tells whether the user's password has not moved yet. */
  public static boolean isLinked(ComponentModel component, UserModel user) {
    return component.getId().equals(user.getFederationLink());
  }
}
