package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.EmailClaim;
import dev.sluice.keycloak.wire.PlannedUser;
import dev.sluice.keycloak.wire.UpdateAnswer.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds another user that has the username, email or social account that a user needs. */
public final class TakenByOthers {
  private final KeycloakSession session;
  private final RealmModel realm;

  public TakenByOthers(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /**
   * Returns why the user cannot be changed as planned; empty if it can. Social accounts come first:
   * the others may take an email away from another user.
   */
  public Optional<Outcome> problem(PlannedUser user) {
    return link(user).or(() -> username(user)).or(() -> email(user));
  }

  /** Returns the user as it is to be written: without an email that it yields to another. */
  public PlannedUser yielding(PlannedUser user) {
    return user.emailClaim() == EmailClaim.YIELD && holderOfEmail(user).isPresent()
        ? user.withoutEmail()
        : user;
  }

  private Optional<Outcome> username(PlannedUser user) {
    String username = LowerCase.username(user);
    Optional<UserModel> same = other(user, session.users().getUserByUsername(realm, username));
    if (same.isPresent()) {
      return same.map(owner -> taken(user, "username", username, owner));
    }
    return realm.isLoginWithEmailAllowed()
        ? other(user, session.users().getUserByEmail(realm, username))
            .filter(owner -> !new EmailRelease(session, realm).from(owner.getId(), username))
            .map(owner -> taken(user, "username", username, owner))
        : Optional.empty();
  }

  private Optional<Outcome> email(PlannedUser user) {
    String email = LowerCase.email(user);
    return email == null || user.emailClaim() == EmailClaim.YIELD
        ? Optional.empty()
        : holderOfEmail(user)
            .filter(owner -> !isReleased(user, email, owner))
            .map(owner -> taken(user, "email", email, owner));
  }

  private Optional<UserModel> holderOfEmail(PlannedUser user) {
    String email = LowerCase.email(user);
    if (email == null || realm.isDuplicateEmailsAllowed()) {
      return Optional.empty();
    }
    Optional<UserModel> holder = other(user, session.users().getUserByEmail(realm, email));
    return holder.isPresent() || !realm.isLoginWithEmailAllowed()
        ? holder
        : other(user, session.users().getUserByUsername(realm, email));
  }

  private boolean isReleased(PlannedUser user, String email, UserModel holder) {
    return user.emailClaim() == EmailClaim.TAKE
        && !email.equals(holder.getUsername())
        && new EmailRelease(session, realm).from(holder.getId(), email);
  }

  private Optional<Outcome> link(PlannedUser user) {
    return user.links().stream()
        .flatMap(link ->
            other(user, owner(link))
                .map(owner ->
                    Outcome.refused(
                        user.id(),
                        Taken.told(link.provider() + " account", link.userId(), owner.getId())))
                .stream())
        .findFirst();
  }

  private @Nullable UserModel owner(PlannedUser.Link link) {
    return session
        .users()
        .getUserByFederatedIdentity(
            realm, new FederatedIdentityModel(link.provider(), link.userId(), link.userName()));
  }

  private static Optional<UserModel> other(PlannedUser user, @Nullable UserModel found) {
    return Optional.ofNullable(found).filter(owner -> !owner.getId().equals(user.id()));
  }

  private static Outcome taken(PlannedUser user, String field, String value, UserModel owner) {
    return Outcome.taken(user.id(), Taken.told(field, value, owner.getId()));
  }
}
