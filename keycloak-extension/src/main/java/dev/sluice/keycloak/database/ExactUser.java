package dev.sluice.keycloak.database;

import java.util.Locale;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * Finds users by exactly what was asked for. Keycloak lets the database compare, and to some
 * databases {@code jose} is {@code josé}.
 */
public final class ExactUser {
  private ExactUser() {}

  /** Returns the user with exactly this id; empty if there is none. */
  public static Optional<UserModel> byId(KeycloakSession session, RealmModel realm, String id) {
    return Optional.ofNullable(session.users().getUserById(realm, id))
        .filter(user -> !StorageId.isLocalStorage(id) || exists(session, id));
  }

  /**
   * Tells whether Keycloak itself has a user with exactly this id. It asks the database, because
   * Keycloak's user repeats the id that was asked for.
   */
  public static boolean exists(KeycloakSession session, String id) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery("select u.id from UserEntity u where u.id = :id", String.class)
        .setParameter("id", id)
        .getResultList()
        .contains(id);
  }

  /** Tells whether this text is the user's username or email, apart from upper and lower case. */
  public static boolean isLoginOf(UserModel user, String text) {
    String login = lower(text);
    String email = user.getEmail();
    return login.equals(lower(user.getUsername())) || (email != null && login.equals(lower(email)));
  }

  private static String lower(String text) {
    return text.trim().toLowerCase(Locale.ROOT);
  }
}
