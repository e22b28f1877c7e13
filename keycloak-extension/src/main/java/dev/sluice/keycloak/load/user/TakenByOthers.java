package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds another user that has the username, email or social account that a user needs. */
public final class TakenByOthers {
  private TakenByOthers() {}

  /** Returns what is taken and by which user; empty if nothing is. */
  public static Optional<String> problem(
      KeycloakSession session, RealmModel realm, PlannedUser user) {
    String username = LowerCase.username(user);
    Optional<String> name =
        other(user, session.users().getUserByUsername(realm, username))
            .map(owner -> told("username", username, owner));
    return name.or(() -> email(session, realm, user)).or(() -> link(session, realm, user));
  }

  private static Optional<String> email(
      KeycloakSession session, RealmModel realm, PlannedUser user) {
    String email = LowerCase.email(user);
    return email == null || realm.isDuplicateEmailsAllowed()
        ? Optional.empty()
        : other(user, session.users().getUserByEmail(realm, email))
            .map(owner -> told("email", email, owner));
  }

  private static Optional<String> link(
      KeycloakSession session, RealmModel realm, PlannedUser user) {
    return user.links().stream()
        .flatMap(link ->
            other(user, owner(session, realm, link))
                .map(owner -> told(link.provider() + " account", link.userId(), owner))
                .stream())
        .findFirst();
  }

  private static @Nullable UserModel owner(
      KeycloakSession session, RealmModel realm, PlannedUser.Link link) {
    return session
        .users()
        .getUserByFederatedIdentity(
            realm, new FederatedIdentityModel(link.provider(), link.userId(), link.userName()));
  }

  private static Optional<String> other(PlannedUser user, @Nullable UserModel found) {
    return found == null || found.getId().equals(user.id())
        ? Optional.empty()
        : Optional.of(found.getId());
  }

  private static String told(String field, String value, String owner) {
    return "the %s %s belongs to the user %s: change or remove one of the two"
        .formatted(field, value, owner);
  }
}
