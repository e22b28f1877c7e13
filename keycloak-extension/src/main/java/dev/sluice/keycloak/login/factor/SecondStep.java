package dev.sluice.keycloak.login.factor;

import dev.sluice.keycloak.database.ExactUser;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.login.FirstLogin;
import dev.sluice.keycloak.login.PasswordStore;
import dev.sluice.keycloak.login.PendingLogin;
import dev.sluice.keycloak.settings.FirstLoginSettings;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Handles a proven password in the browser if the old system requires a second factor. */
public final class SecondStep {
  private static final Logger LOG = Logger.getLogger(SecondStep.class);

  private SecondStep() {}

  /**
   * Checks whether a login can continue in this realm, so that no login is left pending without a
   * next step.
   */
  public static Verdict usable(RealmModel realm, Verdict verdict) {
    if (verdict instanceof Verdict.FactorOwed && !EnrolFactor.isRegistered(realm)) {
      LOG.errorf(
          "The realm %s lacks the required action %s, so no user with a second factor can log in:"
              + " run sluice provision",
          realm.getName(), EnrolFactor.ID);
      return new Verdict.None("the realm is not provisioned for second factors", 60);
    }
    return verdict;
  }

  /** Records that only the password is proven. */
  public static PendingLogin begin(
      AuthenticationFlowContext context,
      String userId,
      Verdict.FactorOwed owed,
      boolean isHere,
      String password) {
    KeycloakSession session = context.getSession();
    RealmModel realm = context.getRealm();
    PendingLogin half =
        PendingLogin.begin(
            userId,
            mustChange(session, realm, userId, owed, password) ? owed.withNewPassword() : owed,
            isHere,
            PasswordStore.hashed(session, realm, password));
    half.keep(context.getAuthenticationSession());
    return half;
  }

  /** Checks the password now, because it is not available later. */
  private static boolean mustChange(
      KeycloakSession session,
      RealmModel realm,
      String userId,
      Verdict.FactorOwed owed,
      String password) {
    if (!FirstLoginSettings.of(realm).weakPasswordMustChange()) {
      return false;
    }
    UserModel user = ExactUser.byId(session, realm, userId).orElse(null);
    return user == null
        ? PasswordStore.isWeak(session, owed.user().map(PlannedUser::username).orElse(""), password)
        : PasswordStore.isWeak(session, realm, user, password);
  }

  /**
   * Creates the user of a fully proven login if it is new.
   *
   * @return the verdict if that was not possible; empty if it was
   */
  static Optional<Verdict> bring(AuthenticationFlowContext context, PendingLogin half) {
    RealmModel realm = context.getRealm();
    return Optional.ofNullable(half.newcomer())
        .flatMap(newcomer ->
            FirstLogin.find(context.getSession(), realm)
                .flatMap(firstLogin -> firstLogin.bringLinked(realm, newcomer)));
  }

  /** Lets the login end only with a second factor, or if the owner allows postponing it. */
  static void through(AuthenticationFlowContext context, PendingLogin half) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    half.keep(login);
    login.addRequiredAction(EnrolFactor.ID);
  }
}
