package dev.sluice.keycloak.login;

import dev.sluice.keycloak.load.user.UserRow;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/**
 * A user as this node remembers it. Another node may have moved the password a moment ago, and its
 * word reaches this node's cache a little later than the database.
 */
final class StaleUser {
  private StaleUser() {}

  /** Whether the database says that a user who looks linked has moved; from then on it looks so. */
  static boolean hasMoved(
      KeycloakSession session, ComponentModel component, RealmModel realm, UserModel user) {
    Optional<UserRow> row = UserRow.read(session, realm, user.getId());
    if (row.isEmpty() || row.get().isLinkedTo(component)) {
      return false;
    }
    // Holding it also makes this transaction read again what it had read before.
    UserRow.hold(session, realm, user.getId());
    forget(user);
    return true;
  }

  /** From now on the user and its credentials are what the database says. */
  static void forget(UserModel user) {
    if (user instanceof CachedUserModel cached) {
      cached.invalidate();
    }
  }
}
