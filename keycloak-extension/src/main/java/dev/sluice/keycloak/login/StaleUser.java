package dev.sluice.keycloak.login;

import dev.sluice.keycloak.database.NewestState;
import dev.sluice.keycloak.load.user.UserRow;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/**
 * A user in this node's cache. Another node may have just moved the password, and its update
 * reaches this node's cache a little later than the database.
 */
final class StaleUser {
  private StaleUser() {}

  /**
   * Tells whether the database records that a seemingly linked user has moved; the cache then does
   * too.
   */
  static boolean hasMoved(
      KeycloakSession session, ComponentModel component, RealmModel realm, UserModel user) {
    Optional<UserRow> row = UserRow.read(session, realm, user.getId());
    if (row.isEmpty() || row.get().isLinkedTo(component)) {
      return false;
    }
    // The lock also makes this transaction reread what it had read before.
    NewestState.look(session);
    UserRow.hold(session, realm, user.getId());
    forget(user);
    return true;
  }

  /** Refreshes the user and its credentials from the database. */
  static void forget(UserModel user) {
    if (user instanceof CachedUserModel cached) {
      cached.invalidate();
    }
  }
}
