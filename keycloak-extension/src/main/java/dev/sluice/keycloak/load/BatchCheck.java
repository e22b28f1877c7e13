package dev.sluice.keycloak.load;

import dev.sluice.keycloak.load.user.Admission;
import dev.sluice.keycloak.load.user.Clashes;
import dev.sluice.keycloak.load.user.GroupIds;
import dev.sluice.keycloak.load.user.UnusableRequest;
import dev.sluice.keycloak.load.user.WritePlan;
import dev.sluice.keycloak.wire.ImportAnswer;
import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import dev.sluice.keycloak.wire.ImportRequest;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Says what an import of each user would do, by the same rules, and undoes it. */
public final class BatchCheck {
  private BatchCheck() {}

  /** Returns the outcome that each user would have now if it came alone, in the order asked. */
  public static ImportAnswer run(
      KeycloakSessionFactory factory, RealmModel realm, ImportRequest request) {
    List<PlannedUser> users = request.users();
    if (users.size() > ImportRequest.MAX_USERS) {
      throw new UnusableRequest(
          "A batch of %d users is too large: send at most %d at a time"
              .formatted(users.size(), ImportRequest.MAX_USERS));
    }
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        session -> new ImportAnswer(outcomes(session, realm.getId(), users), "none", null));
  }

  private static List<Outcome> outcomes(
      KeycloakSession session, String realmId, List<PlannedUser> users) {
    // A claim may take an email address away from another user.
    session.getTransactionManager().setRollbackOnly();
    RealmModel realm = session.realms().getRealm(realmId);
    session.getContext().setRealm(realm);
    var plan = new WritePlan(realmId, Optional.empty(), new GroupIds(Map.of(), Map.of()));
    var objections = new Objections(session, plan, users);
    var clashes = Clashes.load(session, realm, objections.storable()).ofEachAlone();
    var admission = new Admission(session, realm, plan);
    return users.stream()
        .map(user -> admission.claimBefore(clashes, user, objections.to(user)).outcome())
        .toList();
  }
}
