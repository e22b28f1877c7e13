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
  /** A setting that an operator uses to keep the gateway from being asked. */
  public static final String PAUSED = "paused";

  /** What to do when it is switched off, for the log and for errors. */
  public static final String SWITCH_ON =
      "set its \"Paused\" off, or run sluice provision --execute";

  private SluiceComponent() {}

  /** Tells whether the gateway may be asked: the component is neither paused nor disabled. */
  public static boolean isAtWork(ComponentModel component) {
    return component.get("enabled", true) && !component.get(PAUSED, false);
  }

  /**
   * Pauses a component that somebody disables. Keycloak would treat the users linked to a disabled
   * component as disabled and unchangeable.
   */
  public static void pauseIfDisabled(ComponentModel component) {
    if (!component.get("enabled", true)) {
      component.put("enabled", true);
      component.put(PAUSED, true);
    }
  }

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
