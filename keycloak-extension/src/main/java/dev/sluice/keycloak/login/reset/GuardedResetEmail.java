package dev.sluice.keycloak.login.reset;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.events.Details;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

/** Sends Keycloak's "forgot password" mail, unless a mail alone must not log the user in. */
public final class GuardedResetEmail extends ResetCredentialEmail {
  /** The id in flows. */
  public static final String ID = "sluice-reset-credential-email";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Send Reset Email, moving users with Sluice";
  }

  @Override
  public String getHelpText() {
    return "Send email to user and wait for response; no email to an address that was not"
        + " verified before the user moved here, nor to a user with a second factor in the old"
        + " system";
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    UserModel user = context.getUser();
    if (user == null) {
      super.authenticate(context);
      return;
    }
    if (isProven(context, user)) {
      askToConfirm(context, user);
      return;
    }
    Optional<String> objection =
        MailboxGuard.objectionToReset(context.getSession(), context.getRealm(), user);
    if (objection.isPresent()) {
      pretend(context, user, objection.get());
    } else {
      super.authenticate(context);
    }
  }

  /** Replaces Keycloak's own, which would treat any address as verified. */
  @Override
  public void action(AuthenticationFlowContext context) {
    UserModel user = context.getUser();
    if (user != null && isProven(context, user)) {
      user.setEmailVerified(true);
      user.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
    }
    authenticate(context);
  }

  /** Tells whether a user that never confirmed an address has now followed a link mailed there. */
  private static boolean isProven(AuthenticationFlowContext context, UserModel user) {
    return !user.isEmailVerified()
        && MailboxGuard.mustVerifyEmail(user)
        && MailboxGuard.isLinked(context.getRealm(), user)
        && MailedLink.proves(context.getAuthenticationSession(), user);
  }

  // With a button, because mail scanners follow links but press no buttons.
  private static void askToConfirm(AuthenticationFlowContext context, UserModel user) {
    context.challenge(
        context
            .form()
            .setExecution(context.getExecution().getId())
            .setAttribute("address", user.getEmail())
            .createForm("sluice-confirm-address.ftl"));
  }

  // Does what Keycloak does for a user without an address, so that it does not reveal accounts.
  private static void pretend(AuthenticationFlowContext context, UserModel user, String error) {
    String attempted =
        context
            .getAuthenticationSession()
            .getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
    context.getEvent().user(user).detail(Details.USERNAME, attempted).error(error);
    context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
  }
}
