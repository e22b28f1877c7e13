package dev.sluice.keycloak.login.factor;

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

/** What follows a proven password in the browser when the old system wants a second factor. */
public final class SecondStep {
  private static final Logger LOG = Logger.getLogger(SecondStep.class);

  private SecondStep() {}

  /** What may be gone on with in this realm: nobody is half let in who could not be led further. */
  public static Verdict usable(RealmModel realm, Verdict verdict) {
    if (verdict instanceof Verdict.FactorOwed && !EnrolFactor.isRegistered(realm)) {
      LOG.errorf(
          "The realm %s lacks the required action %s, so nobody with a second factor can log in:"
              + " run sluice provision",
          realm.getName(), EnrolFactor.ID);
      return new Verdict.None("the realm is not provisioned for second factors", 60);
    }
    return verdict;
  }

  /** Notes that the password is proven and nothing else is. */
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

  /** To be asked now: later the password is no longer at hand. */
  private static boolean mustChange(
      KeycloakSession session,
      RealmModel realm,
      String userId,
      Verdict.FactorOwed owed,
      String password) {
    if (!FirstLoginSettings.of(realm).weakPasswordMustChange()) {
      return false;
    }
    UserModel user = session.users().getUserById(realm, userId);
    return user == null
        ? PasswordStore.isWeak(session, owed.user().map(PlannedUser::username).orElse(""), password)
        : PasswordStore.isWeak(session, realm, user, password);
  }

  /** Has the user of a login that proved all there is; creates it where it is new. */
  static Optional<UserModel> user(AuthenticationFlowContext context, PendingLogin half) {
    KeycloakSession session = context.getSession();
    RealmModel realm = context.getRealm();
    PlannedUser newcomer = half.newcomer();
    boolean failed =
        newcomer != null
            && FirstLogin.find(session, realm)
                .flatMap(firstLogin -> firstLogin.bringLinked(realm, newcomer))
                .isPresent();
    if (failed) {
      return Optional.empty();
    }
    return Optional.ofNullable(session.users().getUserById(realm, half.userId()));
  }

  /** Lets the login end only with a second factor, or with the owner's leave to wait. */
  static void through(AuthenticationFlowContext context, PendingLogin half) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    half.keep(login);
    login.addRequiredAction(EnrolFactor.ID);
  }
}
