package dev.sluice.keycloak.load.update;

import dev.sluice.keycloak.database.NewestState;
import dev.sluice.keycloak.database.OnceMore;
import dev.sluice.keycloak.database.SqlFailure;
import dev.sluice.keycloak.database.TextColumns;
import dev.sluice.keycloak.load.user.Admission;
import dev.sluice.keycloak.load.user.GroupIds;
import dev.sluice.keycloak.load.user.GroupPaths;
import dev.sluice.keycloak.load.user.TakenByOthers;
import dev.sluice.keycloak.load.user.Unstorable;
import dev.sluice.keycloak.load.user.Unusable;
import dev.sluice.keycloak.load.user.UserRow;
import dev.sluice.keycloak.load.user.WriteFailure;
import dev.sluice.keycloak.load.user.WritePlan;
import dev.sluice.keycloak.settings.SluiceComponent;
import dev.sluice.keycloak.wire.PlannedUser;
import dev.sluice.keycloak.wire.RemoveRequest;
import dev.sluice.keycloak.wire.UpdateAnswer;
import dev.sluice.keycloak.wire.UpdateAnswer.Outcome;
import dev.sluice.keycloak.wire.UpdateAnswer.Result;
import dev.sluice.keycloak.wire.UpdateRequest;
import dev.sluice.keycloak.wire.UpdateRequest.Update;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Changes and removes users whose password has not moved yet, each in its own transaction that
 * locks the user's row. They are few, so Keycloak's model is fast enough.
 */
public final class UserChanges {
  private static final String REMOVING = "sluice.removing";

  private UserChanges() {}

  public static UpdateAnswer update(
      KeycloakSessionFactory factory, RealmModel realm, UpdateRequest request) {
    List<PlannedUser> users = request.updates().stream().map(Update::user).toList();
    GroupIds groups = GroupPaths.ensure(factory, realm.getId(), users);
    var plan = new WritePlan(realm.getId(), Optional.empty(), groups);
    return new UpdateAnswer(
        request.updates().stream()
            .map(update ->
                ifWaiting(
                    factory,
                    realm,
                    update.user().id(),
                    session -> update(session, plan, request, update)))
            .toList());
  }

  public static UpdateAnswer remove(
      KeycloakSessionFactory factory, RealmModel realm, RemoveRequest request) {
    return new UpdateAnswer(
        request.ids().stream()
            .map(id -> ifWaiting(factory, realm, id, session -> remove(session, id)))
            .toList());
  }

  /** Tells whether Sluice removes users in this session, so that it need not be notified. */
  public static boolean isRemoving(KeycloakSession session) {
    return session.getAttribute(REMOVING) != null;
  }

  private static Outcome ifWaiting(
      KeycloakSessionFactory factory,
      RealmModel realm,
      String id,
      Function<KeycloakSession, Outcome> change) {
    return alone(
        factory,
        realm,
        id,
        session ->
            inCharge(session, session.getContext().getRealm(), id)
                .orElseGet(() -> change.apply(session)));
  }

  /** Makes one change in a transaction of its own. */
  static Outcome alone(
      KeycloakSessionFactory factory,
      RealmModel realm,
      String id,
      Function<KeycloakSession, Outcome> change) {
    try {
      return OnceMore.ifBeaten(() -> transaction(factory, realm, change));
    } catch (RuntimeException e) {
      return Outcome.of(
          SqlFailure.isPassing(e) || failsWithoutIt(factory, realm, id)
              ? WriteFailure.outcome(id, e)
              : WriteFailure.refused(id, e));
    }
  }

  private static Outcome transaction(
      KeycloakSessionFactory factory, RealmModel realm, Function<KeycloakSession, Outcome> change) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        session -> {
          RealmModel own = session.realms().getRealm(realm.getId());
          session.getContext().setRealm(own);
          // Nothing has been written yet.
          NewestState.look(session);
          return change.apply(session);
        });
  }

  /** Tells whether the fault is not with the change: even locking the user fails. */
  private static boolean failsWithoutIt(
      KeycloakSessionFactory factory, RealmModel realm, String id) {
    try {
      transaction(
          factory,
          realm,
          session ->
              inCharge(session, session.getContext().getRealm(), id)
                  .orElseGet(() -> Outcome.of(id, Result.DONE)));
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }

  /** Locks the row; empty if the user exists and has not moved. */
  private static Optional<Outcome> inCharge(KeycloakSession session, RealmModel realm, String id) {
    Optional<UserRow> row = UserRow.hold(session, realm, id);
    if (row.isEmpty()) {
      return Optional.of(Outcome.of(id, Result.NOT_THERE));
    }
    boolean waits =
        SluiceComponent.find(realm)
            .filter(component -> row.get().isLinkedTo(component))
            .isPresent();
    return waits ? Optional.empty() : Optional.of(Outcome.of(id, Result.IN_CHARGE));
  }

  private static Outcome update(
      KeycloakSession session, WritePlan plan, UpdateRequest request, Update update) {
    RealmModel realm = session.getContext().getRealm();
    PlannedUser user = update.user();
    UserModel there = session.users().getUserById(realm, user.id());
    trustNoMore(there, user);
    String unusable = Unusable.problem(user);
    if (unusable != null) {
      return Outcome.refused(user.id(), unusable);
    }
    var others = new TakenByOthers(session, realm);
    Optional<Outcome> taken =
        Unstorable.among(session, TextColumns.of(session), List.of(user))
            .problem(user)
            .or(() -> plan.groups().problem(user))
            .or(() -> new Admission(session, realm, plan).problem(user, groupsOf(there)))
            .map(problem -> Outcome.refused(user.id(), problem))
            .or(() -> others.problem(user));
    if (taken.isPresent()) {
      return taken.get();
    }
    new UserUpdate(session, realm, plan, request)
        .make(there, new Update(others.yielding(user), update.mayEnable()));
    return Outcome.of(user.id(), Result.DONE);
  }

  private static Set<String> groupsOf(UserModel there) {
    return there.getGroupsStream().map(GroupModel::getId).collect(Collectors.toSet());
  }

  /** Applies also to a user whose other changes are refused. */
  private static void trustNoMore(UserModel there, PlannedUser user) {
    if (!user.enabled()) {
      there.setEnabled(false);
    }
    if (!user.emailVerified()) {
      there.setEmailVerified(false);
    }
  }

  private static Outcome remove(KeycloakSession session, String id) {
    RealmModel realm = session.getContext().getRealm();
    session.setAttribute(REMOVING, true);
    UserModel there = session.users().getUserById(realm, id);
    boolean removed = new UserManager(session).removeUser(realm, there);
    return removed
        ? Outcome.of(id, Result.DONE)
        : Outcome.refused(id, "Keycloak did not remove the user and gave no reason");
  }
}
