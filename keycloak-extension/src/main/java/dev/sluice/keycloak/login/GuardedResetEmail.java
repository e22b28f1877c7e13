package dev.sluice.keycloak.login;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.keycloak.SluiceComponent;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

/**
 * Keycloak's "forgot password" mail, except to an address that a user pool would not have sent it
 * to either: a pool resets passwords by verified addresses only, and a mistyped one belongs to
 * somebody else. Nor does a mailbox stand in for a password and a second factor, unless the owner
 * says so.
 */
public final class GuardedResetEmail extends ResetCredentialEmail {
  /** The id that a flow names it by. */
  public static final String ID = "sluice-reset-credential-email";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Send Reset Email, moving people with Sluice";
  }

  @Override
  public String getHelpText() {
    return "Send email to user and wait for response; none to an address that was not verified"
        + " before the user moved here, nor to who has a second factor in the old system";
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    UserModel user = context.getUser();
    if (user != null && !mayGetMail(context.getRealm(), user)) {
      pretend(context, user, Errors.INVALID_EMAIL);
    } else if (user != null && owesFactor(context, user)) {
      pretend(context, user, "sluice_second_factor");
    } else {
      super.authenticate(context);
    }
  }

  // Where nobody can tell, none is sent either: an outage must not open what a factor has closed.
  private static boolean owesFactor(AuthenticationFlowContext context, UserModel user) {
    boolean guarded =
        SluiceComponent.find(context.getRealm())
            .filter(component -> ResetPolicy.of(component) == ResetPolicy.REFUSE)
            .isPresent();
    return guarded
        && FactorCheck.find(context.getSession(), context.getRealm())
            .filter(check -> check.isOwedBy(user))
            .isPresent();
  }

  private static boolean mayGetMail(RealmModel realm, UserModel user) {
    return user.isEmailVerified() || mustVerifyEmail(user) || !isLinked(realm, user);
  }

  // Who never confirmed in the pool has nothing there yet that a stranger could take over.
  private static boolean mustVerifyEmail(UserModel user) {
    return user.getRequiredActionsStream().anyMatch(RequiredAction.VERIFY_EMAIL.name()::equals);
  }

  private static boolean isLinked(RealmModel realm, UserModel user) {
    return Optional.ofNullable(user.getFederationLink())
        .map(realm::getComponent)
        .filter(component -> ExtensionVersion.ID.equals(component.getProviderId()))
        .isPresent();
  }

  // What Keycloak does for a user without an address, so that nobody learns which accounts exist.
  private static void pretend(AuthenticationFlowContext context, UserModel user, String error) {
    String attempted =
        context
            .getAuthenticationSession()
            .getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
    context.getEvent().user(user).detail(Details.USERNAME, attempted).error(error);
    context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
  }
}
