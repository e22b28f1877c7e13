package dev.sluice.keycloak.login;

import dev.sluice.keycloak.database.ExactUser;
import dev.sluice.keycloak.database.NewestState;
import dev.sluice.keycloak.gateway.GatewayClient;
import dev.sluice.keycloak.gateway.Refusal;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.load.NotBrought;
import dev.sluice.keycloak.load.ProvenUser;
import dev.sluice.keycloak.load.user.UserRow;
import dev.sluice.keycloak.settings.FirstLoginSettings;
import dev.sluice.keycloak.settings.MigrationMode;
import dev.sluice.keycloak.settings.SecondFactorPolicy;
import dev.sluice.keycloak.settings.SluiceComponent;
import dev.sluice.keycloak.wire.PlannedAction;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Handles the login in which a user's password moves: it asks the gateway and acts on the verdict.
 */
public final class FirstLogin {
  private static final String ANSWERED = "sluice.answered";

  private final KeycloakSession session;
  private final ComponentModel component;
  private final Outbox outbox;
  private final GatewayQuestion question;

  FirstLogin(
      KeycloakSession session,
      ComponentModel component,
      GatewayClient gateway,
      Outbox outbox,
      RefusalTimes refusalTimes) {
    this.session = session;
    this.component = component;
    this.outbox = outbox;
    this.question = new GatewayQuestion(session, component, gateway, refusalTimes);
  }

  /** Returns the realm's handler, unless its component is missing. */
  public static Optional<FirstLogin> find(KeycloakSession session, RealmModel realm) {
    return SluiceComponent.find(realm)
        .map(component -> SluiceStorageProviderFactory.of(session).firstLogin(session, component));
  }

  /**
   * Checks a user that exists here; a proven password is stored before this returns, unless a
   * second factor is required. Empty if Keycloak decides itself: the user has moved, is disabled,
   * or must reset the password.
   */
  public Optional<Verdict> ofLinked(RealmModel realm, UserModel user, String password) {
    Optional<Verdict> before = answered(user.getId(), password);
    if (before.isPresent()) {
      return before;
    }
    if (password.isEmpty()
        || !SluiceComponent.isLinked(component, user)
        || !user.isEnabled()
        || !MigrationMode.of(component).asksTheGateway()
        || StaleUser.hasMoved(session, component, realm, user)) {
      return Optional.empty();
    }
    Verdict verdict =
        ProvenOwner.check(
            question.ask(user.getUsername(), Optional.of(user.getId()), password), user.getId());
    if (new Verdict.Refused(Refusal.ALREADY_MOVED).equals(verdict)
        && StaleUser.hasMoved(session, component, realm, user)) {
      return Optional.empty();
    }
    if (verdict instanceof Verdict.Proven proven) {
      Optional<UserRow> row = UserRow.hold(session, realm, user.getId());
      if (row.isEmpty()) {
        return Optional.of(
            NoVerdict.because("the user %s was removed in the meantime".formatted(user.getId())));
      }
      if (!row.get().isLinkedTo(component)) {
        StaleUser.forget(user);
        return Optional.empty();
      }
      if (row.get().enabled()) {
        moveIn(session, realm, user, password, proven.then());
      } else {
        verdict = new Verdict.Refused(Refusal.WRONG);
      }
    }
    session.setAttribute(ANSWERED, new Answered(user.getId(), password, verdict));
    return Optional.of(verdict);
  }

  /**
   * Checks a login that no user has here; the user of a proven one is created before this returns.
   * Empty if the gateway must not be asked.
   */
  Optional<Verdict> ofUnknown(RealmModel realm, String login, String password) {
    if (!MigrationMode.of(component).asksTheGateway() || login.isBlank() || password.isEmpty()) {
      return Optional.empty();
    }
    Verdict verdict = question.ask(login, Optional.empty(), password);
    if (verdict instanceof Verdict.Proven proven) {
      return Optional.of(create(realm, password, proven));
    }
    return Optional.of(
        verdict instanceof Verdict.FactorOwed owed
            ? pendingVerdict(realm, password, owed)
            : verdict);
  }

  /**
   * Checks a login that is the email of a user here, and perhaps the login of another in the old
   * system. Empty if Keycloak decides itself.
   */
  Optional<Verdict> ofAddress(RealmModel realm, UserModel holder, String email, String password) {
    if (!SluiceComponent.isLinked(component, holder)
        || isLockedOut(realm, holder)
        || StaleUser.hasMoved(session, component, realm, holder)) {
      return Optional.empty();
    }
    Optional<Verdict> verdict = ofUnknown(realm, email, password);
    // The holder's own password proves nothing about an address that is another's login.
    verdict
        .filter(said -> !(said instanceof Verdict.Proven || said instanceof Verdict.FactorOwed))
        .ifPresent(
            said -> session.setAttribute(ANSWERED, new Answered(holder.getId(), password, said)));
    return verdict;
  }

  private boolean isLockedOut(RealmModel realm, UserModel user) {
    var protector = session.getProvider(BruteForceProtector.class);
    return realm.isBruteForceProtected()
        && (protector.isTemporarilyDisabled(session, realm, user)
            || protector.isPermanentlyLockedOut(session, realm, user));
  }

  /**
   * Creates a linked user that has proven everything that the old system requires.
   *
   * @return the verdict if that was not possible; empty if it was
   */
  public Optional<Verdict> bringLinked(RealmModel realm, PlannedUser user) {
    Optional<NotBrought> problem =
        ProvenUser.bringLinked(
            session.getKeycloakSessionFactory(), realm.getId(), user, component.getId());
    NewestState.look(session);
    return problem.map(why -> NoVerdict.of(user, why));
  }

  /** Returns what happens to users that have proven both factors. */
  public SecondFactorPolicy secondFactor() {
    return SecondFactorPolicy.of(component);
  }

  /** Accepts this request's password from now on: its second factor was proven too. */
  public void provedBoth(String userId, String password) {
    session.setAttribute(
        ANSWERED, new Answered(userId, password, new Verdict.Proven(Optional.empty(), List.of())));
  }

  /**
   * Locks the user until the transaction ends.
   *
   * @return whether it can still move: it has not been moved or disabled in the meantime
   */
  public boolean hold(RealmModel realm, UserModel user) {
    NewestState.look(session);
    return UserRow.hold(session, realm, user.getId())
        .filter(row -> row.isLinkedTo(component) && row.enabled())
        .isPresent();
  }

  /** Moves a locked user that now has a second factor here. */
  public void finish(RealmModel realm, UserModel user, PendingLogin half) {
    moveIn(session, realm, user, half.hashed(), half.then());
    user.removeRequiredAction(PlannedAction.SECOND_FACTOR.requiredAction());
  }

  private Optional<Verdict> answered(String userId, String password) {
    return Optional.ofNullable(session.getAttribute(ANSWERED, Answered.class))
        .filter(before -> before.userId().equals(userId) && before.password().equals(password))
        .map(Answered::verdict);
  }

  private Verdict create(RealmModel realm, String password, Verdict.Proven proven) {
    if (proven.user().isEmpty()) {
      return NoVerdict.because("the gateway proved a password without describing its user");
    }
    PlannedUser planned = proven.user().get();
    Optional<NotBrought> problem =
        ProvenUser.bring(
            session.getKeycloakSessionFactory(),
            realm.getId(),
            planned,
            (own, user) -> moveIn(own, realm, user, password, proven.then()));
    if (!NewestState.look(session) && problem.isEmpty()) {
      return new Verdict.None("the user is here, but this login cannot see it yet", 1);
    }
    if (problem.isPresent() && hasMovedWith(realm, planned.id(), password)) {
      return proven;
    }
    if (problem.isPresent()) {
      return NoVerdict.of(planned, problem.get());
    }
    session.setAttribute(ANSWERED, new Answered(planned.id(), password, proven));
    return proven;
  }

  /** Tells whether another login has just brought the user, with the same password. */
  private boolean hasMovedWith(RealmModel realm, String id, String password) {
    return ExactUser.byId(session, realm, id)
        .filter(there -> there.getFederationLink() == null)
        .filter(there -> there.credentialManager().isValid(UserCredentialModel.password(password)))
        .isPresent();
  }

  /** Continues with a user that exists here under another login as if that had been typed. */
  private Verdict pendingVerdict(RealmModel realm, String password, Verdict.FactorOwed owed) {
    if (owed.user().isEmpty()) {
      return NoVerdict.because("the gateway proved a password without describing its user");
    }
    String id = owed.user().get().id();
    UserModel there = ExactUser.byId(session, realm, id).orElse(null);
    if (there != null && !SluiceComponent.isLinked(component, there)) {
      return NoVerdict.because(
          "the user %s has moved and logs in as %s".formatted(id, there.getUsername()));
    }
    if (there != null && !there.isEnabled()) {
      return new Verdict.Refused(Refusal.WRONG);
    }
    if (there != null) {
      session.setAttribute(ANSWERED, new Answered(id, password, owed));
    }
    return owed;
  }

  private void moveIn(
      KeycloakSession own,
      RealmModel realm,
      UserModel user,
      String password,
      List<PlannedAction> then) {
    if (FirstLoginSettings.of(component).weakPasswordMustChange()
        && PasswordStore.isWeak(own, realm, user, password)) {
      user.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
    }
    moveIn(own, realm, user, PasswordStore.hashed(own, realm, password), then);
  }

  private void moveIn(
      KeycloakSession own,
      RealmModel realm,
      UserModel user,
      PasswordCredentialModel hashed,
      List<PlannedAction> then) {
    PasswordStore.keepProven(own, realm, user, hashed);
    then.forEach(action -> user.addRequiredAction(action.requiredAction()));
    user.setFederationLink(null);
    outbox.add(own, realm, user, Outbox.BY_PASSWORD);
  }
}
