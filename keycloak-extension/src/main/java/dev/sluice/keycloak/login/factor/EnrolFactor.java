package dev.sluice.keycloak.login.factor;

import dev.sluice.keycloak.login.FirstLogin;
import dev.sluice.keycloak.login.PendingLogin;
import dev.sluice.keycloak.settings.SecondFactorPolicy;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/**
 * Shows Keycloak's own page to set up an authenticator app, at the end of a login that has proven
 * both factors of the old system. The new factor and the password are stored in one transaction.
 */
public final class EnrolFactor extends UpdateTotp {
  /** Its alias in a realm. */
  public static final String ID = "sluice-enrol-second-factor";

  private static final String NOW = "sluice-enrol-now";
  private static final String NOT_NOW = "sluice-enrol-not-now";

  /** Tells whether the realm has it; without it, no user could set up a second factor. */
  static boolean isRegistered(RealmModel realm) {
    return Optional.ofNullable(realm.getRequiredActionProviderByAlias(ID))
        .filter(RequiredActionProviderModel::isEnabled)
        .isPresent();
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayText() {
    return "Set up a second factor while moving here with Sluice";
  }

  @Override
  public InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.NOT_SUPPORTED;
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    Optional<PendingLogin> half = PendingLogin.of(context.getAuthenticationSession());
    if (half.isEmpty()) {
      super.requiredActionChallenge(context);
    } else if (!isHeld(context, half.get())) {
      context.challenge(beginAgain(context));
    } else if (hasOneHere(context.getUser())) {
      finish(context, half.get());
      context.success();
    } else if (!choseNow(context) && mayWait(context, half.get())) {
      context.challenge(context.form().createForm("sluice-enrol-choice.ftl"));
    } else {
      setUp(context);
    }
  }

  @Override
  public void processAction(RequiredActionContext context) {
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    Optional<PendingLogin> half = PendingLogin.of(context.getAuthenticationSession());
    if (half.isEmpty()) {
      super.processAction(context);
    } else if (!isHeld(context, half.get())) {
      context.challenge(beginAgain(context));
    } else if (form.containsKey(NOT_NOW) && mayWait(context, half.get())) {
      PendingLogin.forget(context.getAuthenticationSession());
      context.success();
    } else if (form.containsKey(NOW)) {
      context.getAuthenticationSession().setAuthNote(NOW, "true");
      setUp(context);
    } else {
      super.processAction(context);
      if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
        finish(context, half.get());
      }
    }
  }

  /**
   * Returns the name of Keycloak's own action, because its page links to its other form by that.
   */
  private void setUp(RequiredActionContext context) {
    context
        .getAuthenticationSession()
        .setExecutionStatus(RequiredAction.CONFIGURE_TOTP.name(), ExecutionStatus.CHALLENGED);
    super.requiredActionChallenge(context);
  }

  private static boolean choseNow(RequiredActionContext context) {
    return context.getAuthenticationSession().getAuthNote(NOW) != null;
  }

  /** Tells whether the new factor can be postponed: only users that proved an old one can. */
  private static boolean mayWait(RequiredActionContext context, PendingLogin half) {
    return half.provedOld()
        && FirstLogin.find(context.getSession(), context.getRealm())
            .filter(firstLogin -> firstLogin.secondFactor() == SecondFactorPolicy.KEEP)
            .isPresent();
  }

  /**
   * Rechecks the user, because two of its logins may have come this far; the second must not undo
   * the first.
   */
  private static boolean isHeld(RequiredActionContext context, PendingLogin half) {
    return half.isThrough()
        && half.userId().equals(context.getUser().getId())
        && FirstLogin.find(context.getSession(), context.getRealm())
            .filter(firstLogin -> firstLogin.hold(context.getRealm(), context.getUser()))
            .isPresent();
  }

  private static boolean hasOneHere(UserModel user) {
    return user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE);
  }

  private static void finish(RequiredActionContext context, PendingLogin half) {
    FirstLogin.find(context.getSession(), context.getRealm())
        .orElseThrow()
        .finish(context.getRealm(), context.getUser(), half);
    PendingLogin.forget(context.getAuthenticationSession());
  }

  private static Response beginAgain(RequiredActionContext context) {
    return context.form().setError("sluiceBeginAgain").createForm("sluice-begin-again.ftl");
  }
}
