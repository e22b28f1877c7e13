package dev.sluice.keycloak.login;

import dev.sluice.keycloak.database.ExactUser;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;

/**
 * The result for a login that Keycloak's own lookup does not find by username, or finds by the
 * email of a user that has not moved: whose login an address is, the old system says.
 *
 * @param username the name by which Keycloak now finds the user; empty if the login has no user
 *     here
 * @param verdict the gateway's verdict; empty if it was not asked
 */
public record UnknownLogin(Optional<String> username, Optional<Verdict> verdict) {
  /**
   * Finds the user by a login beside the username, or else asks the gateway, whose yes creates the
   * user here under the login that Keycloak knows. Empty if Keycloak finds the user itself, by
   * username or in its own charge.
   */
  public static Optional<UnknownLogin> resolve(
      KeycloakSession session, RealmModel realm, String login, String password) {
    if (login.isEmpty()) {
      return Optional.empty();
    }
    UserModel found = found(session, realm, login);
    if (found != null) {
      return login.equalsIgnoreCase(found.getUsername())
          ? Optional.empty()
          : FirstLogin.find(session, realm)
              .flatMap(firstLogin -> firstLogin.ofAddress(realm, found, login, password))
              .map(said -> new UnknownLogin(username(session, realm, said), Optional.of(said)));
    }
    Optional<UserModel> byAlias = AliasOwner.find(session, realm, login);
    if (byAlias.isPresent()) {
      return Optional.of(new UnknownLogin(byAlias.map(UserModel::getUsername), Optional.empty()));
    }
    Optional<Verdict> verdict =
        FirstLogin.find(session, realm)
            .flatMap(firstLogin -> firstLogin.ofUnknown(realm, login, password));
    return Optional.of(
        new UnknownLogin(verdict.flatMap(said -> username(session, realm, said)), verdict));
  }

  /**
   * Returns the user that Keycloak finds. One who has moved, and whom only the database takes for
   * the login's, is not found: somebody else may have the login in the old system.
   */
  private static @Nullable UserModel found(
      KeycloakSession session, RealmModel realm, String login) {
    UserModel found = KeycloakModelUtils.findUserByNameOrEmail(session, realm, login);
    return found != null && isOurs(found) && !ExactUser.isLoginOf(found, login) ? null : found;
  }

  /** Tells whether it is a user of the realm itself, who belongs to no other directory. */
  private static boolean isOurs(UserModel user) {
    return StorageId.isLocalStorage(user.getId()) && user.getFederationLink() == null;
  }

  private static Optional<String> username(
      KeycloakSession session, RealmModel realm, Verdict verdict) {
    return proven(verdict)
        .map(PlannedUser::id)
        .flatMap(id -> ExactUser.byId(session, realm, id))
        .map(UserModel::getUsername);
  }

  private static Optional<PlannedUser> proven(Verdict verdict) {
    if (verdict instanceof Verdict.FactorOwed owed) {
      return owed.user();
    }
    return verdict instanceof Verdict.Proven proven ? proven.user() : Optional.empty();
  }
}
