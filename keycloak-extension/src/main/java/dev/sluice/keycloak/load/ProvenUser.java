package dev.sluice.keycloak.load;

import dev.sluice.keycloak.database.ExactUser;
import dev.sluice.keycloak.database.OnceMore;
import dev.sluice.keycloak.load.user.Admission;
import dev.sluice.keycloak.load.user.Clashes;
import dev.sluice.keycloak.load.user.GroupPaths;
import dev.sluice.keycloak.load.user.LowerCase;
import dev.sluice.keycloak.load.user.ModelWriter;
import dev.sluice.keycloak.load.user.TakenByOthers;
import dev.sluice.keycloak.load.user.UserRow;
import dev.sluice.keycloak.load.user.WriteFailure;
import dev.sluice.keycloak.load.user.WritePlan;
import dev.sluice.keycloak.settings.SluiceComponent;
import dev.sluice.keycloak.wire.EmailClaim;
import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import dev.sluice.keycloak.wire.PasswordDisposition;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Imports one user whose password was just proven, together with that password or not at all. */
public final class ProvenUser {
  private ProvenUser() {}

  /**
   * Creates the user in its own transaction, or finds it linked under another login.
   *
   * @param moveIn stores the password, in the same transaction
   * @return why that was not possible; empty if it was
   */
  public static Optional<NotBrought> bring(
      KeycloakSessionFactory sessions,
      String realmId,
      PlannedUser user,
      BiConsumer<KeycloakSession, UserModel> moveIn) {
    return inTransaction(
        sessions,
        realmId,
        user,
        Optional.empty(),
        (session, plan) -> bring(session, plan, user, moveIn));
  }

  /**
   * Creates the user in its own transaction, linked and without a password, unless it already
   * exists so.
   *
   * @param componentId the component that it is linked to
   * @return why that was not possible; empty if it was
   */
  public static Optional<NotBrought> bringLinked(
      KeycloakSessionFactory sessions, String realmId, PlannedUser user, String componentId) {
    return inTransaction(
        sessions,
        realmId,
        user,
        Optional.of(componentId),
        (session, plan) -> bringLinked(session, plan, user));
  }

  private static Optional<NotBrought> inTransaction(
      KeycloakSessionFactory sessions,
      String realmId,
      PlannedUser user,
      Optional<String> link,
      BiFunction<KeycloakSession, WritePlan, Optional<NotBrought>> work) {
    try {
      var plan = new WritePlan(realmId, link, GroupPaths.ensure(sessions, realmId, List.of(user)));
      return OnceMore.ifBeaten(() ->
          KeycloakModelUtils.runJobInTransactionWithResult(
              sessions, session -> work.apply(session, plan)));
    } catch (RuntimeException e) {
      return Optional.of(NotBrought.of(WriteFailure.outcome(user.id(), e)));
    }
  }

  private static Optional<NotBrought> bringLinked(
      KeycloakSession session, WritePlan plan, PlannedUser user) {
    RealmModel realm = session.realms().getRealm(plan.realmId());
    session.getContext().setRealm(realm);
    Clashes.Claimed claimed = claim(session, realm, plan, user);
    Outcome outcome = claimed.outcome();
    return switch (outcome.outcome()) {
      case CREATED -> {
        new ModelWriter(session, realm, plan)
            .write(claimed.user().with(PasswordDisposition.AT_FIRST_LOGIN));
        yield Optional.empty();
      }
      case ALREADY_THERE -> moveInIfLinked(session, realm, user, (own, there) -> {});
      case REFUSED, TRY_LATER -> Optional.of(NotBrought.of(outcome));
    };
  }

  private static Clashes.Claimed claim(
      KeycloakSession session, RealmModel realm, WritePlan plan, PlannedUser user) {
    var objections = new Objections(session, plan, List.of(user));
    return new Admission(session, realm, plan)
        .claim(Clashes.load(session, realm, objections.storable()), user, objections.to(user));
  }

  private static Optional<NotBrought> bring(
      KeycloakSession session,
      WritePlan plan,
      PlannedUser user,
      BiConsumer<KeycloakSession, UserModel> moveIn) {
    RealmModel realm = session.realms().getRealm(plan.realmId());
    session.getContext().setRealm(realm);
    Clashes.Claimed claimed = claim(session, realm, plan, user);
    Outcome outcome = claimed.outcome();
    return switch (outcome.outcome()) {
      case CREATED -> {
        new ModelWriter(session, realm, plan).write(claimed.user().with(PasswordDisposition.NONE));
        moveIn.accept(session, session.users().getUserById(realm, user.id()));
        yield Optional.empty();
      }
      case ALREADY_THERE -> moveInIfLinked(session, realm, user, moveIn);
      case REFUSED, TRY_LATER -> Optional.of(NotBrought.of(outcome));
    };
  }

  private static Optional<NotBrought> moveInIfLinked(
      KeycloakSession session,
      RealmModel realm,
      PlannedUser user,
      BiConsumer<KeycloakSession, UserModel> moveIn) {
    Optional<UserRow> row = UserRow.hold(session, realm, user.id());
    UserModel there = ExactUser.byId(session, realm, user.id()).orElse(null);
    if (row.isEmpty() || there == null) {
      return Optional.of(NotBrought.forNow("the user was removed in the meantime"));
    }
    boolean linked =
        SluiceComponent.find(realm)
            .filter(component -> row.get().isLinkedTo(component))
            .isPresent();
    if (!linked) {
      return Optional.of(
          NotBrought.forNow(
              "the user has already moved and logs in here as " + there.getUsername()));
    }
    if (!row.get().enabled()) {
      return Optional.of(NotBrought.DISABLED);
    }
    if (user.emailClaim() == EmailClaim.TAKE) {
      giveEmail(session, realm, user, there);
    }
    moveIn.accept(session, there);
    return Optional.empty();
  }

  /**
   * Gives the user the address by which it has just logged in, if it is not in Keycloak's charge.
   */
  private static void giveEmail(
      KeycloakSession session, RealmModel realm, PlannedUser user, UserModel there) {
    String email = LowerCase.email(user);
    if (email != null
        && !email.equals(there.getEmail())
        && new TakenByOthers(session, realm).problem(user).isEmpty()) {
      there.setEmail(email);
      there.setEmailVerified(user.emailVerified());
    }
  }
}
