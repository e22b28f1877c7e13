package dev.sluice.keycloak.load.update;

import dev.sluice.keycloak.group.GroupPath;
import dev.sluice.keycloak.load.user.LowerCase;
import dev.sluice.keycloak.load.user.RequiredActions;
import dev.sluice.keycloak.load.user.UserAttributes;
import dev.sluice.keycloak.load.user.WritePlan;
import dev.sluice.keycloak.wire.PlannedAction;
import dev.sluice.keycloak.wire.PlannedUser;
import dev.sluice.keycloak.wire.UpdateRequest;
import dev.sluice.keycloak.wire.UpdateRequest.Update;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Updates a user of the realm to match the user pool; what belongs to the realm stays. A user that
 * the pool disabled is already disabled.
 */
final class UserUpdate {
  private static final Set<String> ALWAYS_OF_THE_POOL =
      Set.of("phoneNumber", "phoneNumberVerified");

  private final KeycloakSession session;
  private final RealmModel realm;
  private final WritePlan plan;
  private final UpdateRequest request;

  UserUpdate(KeycloakSession session, RealmModel realm, WritePlan plan, UpdateRequest request) {
    this.session = session;
    this.realm = realm;
    this.plan = plan;
    this.request = request;
  }

  void make(UserModel there, Update update) {
    PlannedUser user = update.user();
    profile(there, user);
    if (user.enabled() && update.mayEnable()) {
      there.setEnabled(true);
    }
    attributes(there, user);
    groups(there, user);
    links(there, user);
    obligations(there, user);
  }

  private static void profile(UserModel there, PlannedUser user) {
    there.setUsername(LowerCase.username(user));
    there.setEmail(LowerCase.email(user));
    there.setEmailVerified(user.emailVerified() && user.email() != null);
    there.setFirstName(user.givenName());
    there.setLastName(user.familyName());
  }

  private void attributes(UserModel there, PlannedUser user) {
    Map<String, List<String>> wanted = UserAttributes.of(user);
    Set<String> ofThePool = new TreeSet<>(request.attributes());
    ofThePool.addAll(ALWAYS_OF_THE_POOL);
    ofThePool.removeAll(wanted.keySet());
    ofThePool.forEach(there::removeAttribute);
    wanted.forEach(there::setAttribute);
  }

  private void groups(UserModel there, PlannedUser user) {
    Set<String> wanted =
        user.groups().stream().map(group -> plan.groups().of(group)).collect(Collectors.toSet());
    Set<List<String>> ofThePool =
        request.groups().stream().map(GroupPath::names).collect(Collectors.toSet());
    List<GroupModel> now = there.getGroupsStream().toList();
    now.stream()
        .filter(group -> !wanted.contains(group.getId()))
        .filter(group -> ofThePool.contains(GroupPath.names(group)))
        .forEach(there::leaveGroup);
    Set<String> missing = new HashSet<>(wanted);
    now.forEach(group -> missing.remove(group.getId()));
    missing.forEach(id -> there.joinGroup(session.groups().getGroupById(realm, id)));
  }

  private void links(UserModel there, PlannedUser user) {
    Map<String, String> now = accounts(user.id());
    Map<String, PlannedUser.Link> wanted =
        user.links().stream()
            .collect(Collectors.toMap(PlannedUser.Link::provider, link -> link, (one, two) -> one));
    now.forEach((provider, account) -> {
      PlannedUser.Link link = wanted.get(provider);
      if (link != null && link.userId().equals(account)) {
        wanted.remove(provider);
      } else {
        session.users().removeFederatedIdentity(realm, there, provider);
      }
    });
    wanted
        .values()
        .forEach(link ->
            session
                .users()
                .addFederatedIdentity(
                    realm,
                    there,
                    new FederatedIdentityModel(link.provider(), link.userId(), link.userName())));
  }

  /**
   * Returns a map from providers to the user's accounts there, including providers that the realm
   * does not have.
   */
  private Map<String, String> accounts(String userId) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    return entities
        .createQuery(
            "select l.identityProvider, l.userId from FederatedIdentityEntity l"
                + " where l.user.id = :id and l.realmId = :realmId",
            Object[].class)
        .setParameter("id", userId)
        .setParameter("realmId", realm.getId())
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> String.valueOf(row[1])));
  }

  private static void obligations(UserModel there, PlannedUser user) {
    String verifyEmail = PlannedAction.VERIFY_EMAIL.requiredAction();
    if (!user.obligations().contains(PlannedAction.VERIFY_EMAIL)) {
      there.removeRequiredAction(verifyEmail);
    }
    RequiredActions.of(user).forEach(there::addRequiredAction);
  }
}
