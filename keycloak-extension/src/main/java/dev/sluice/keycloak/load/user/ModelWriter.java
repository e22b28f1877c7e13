package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PasswordDisposition;
import dev.sluice.keycloak.wire.PlannedUser;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStoragePrivateUtil;

/** Writes through Keycloak's model: slower than entities, and bound to no schema. */
public final class ModelWriter implements UserWriter {
  private final KeycloakSession session;
  private final RealmModel realm;
  private final WritePlan plan;

  public ModelWriter(KeycloakSession session, RealmModel realm, WritePlan plan) {
    this.session = session;
    this.realm = realm;
    this.plan = plan;
  }

  @Override
  public void inBatch(Runnable writes) {
    EntityManagers.runInBatch(session, writes, true);
  }

  @Override
  public void write(PlannedUser user) {
    UserModel model =
        UserStoragePrivateUtil.userLocalStorage(session)
            .addUser(realm, user.id(), LowerCase.username(user), false, false);
    model.grantRole(realm.getDefaultRole());
    profile(user, model);
    UserAttributes.of(user).forEach(model::setAttribute);
    user.groups().stream()
        .map(group -> plan.groups().of(group))
        .distinct()
        .map(id -> session.groups().getGroupById(realm, id))
        .forEach(model::joinGroup);
    user.links().forEach(link -> link(model, link));
    RequiredActions.of(user).forEach(model::addRequiredAction);
    if (user.password() != PasswordDisposition.NONE) {
      model.setFederationLink(plan.link().orElseThrow());
    }
  }

  private static void profile(PlannedUser user, UserModel model) {
    model.setEnabled(user.enabled());
    model.setEmail(LowerCase.email(user));
    model.setEmailVerified(user.emailVerified() && user.email() != null);
    model.setFirstName(user.givenName());
    model.setLastName(user.familyName());
    if (user.createdAt() > 0) {
      model.setCreatedTimestamp(user.createdAt());
    }
  }

  private void link(UserModel model, PlannedUser.Link link) {
    session
        .users()
        .addFederatedIdentity(
            realm,
            model,
            new FederatedIdentityModel(link.provider(), link.userId(), link.userName()));
  }
}
