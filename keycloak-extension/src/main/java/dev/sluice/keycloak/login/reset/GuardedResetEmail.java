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

/** Keycloak's "forgot password" mail, except to those whom a mail must not let in. */
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

  /** In place of Keycloak's own, which would call any address verified. */
  @Override
  public void action(AuthenticationFlowContext context) {
    UserModel user = context.getUser();
    if (user != null && isProven(context, user)) {
      user.setEmailVerified(true);
      user.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
    }
    authenticate(context);
  }

  /**
   * Whether somebody who never confirmed an address has now come by a link that was mailed there.
   */
  private static boolean isProven(AuthenticationFlowContext context, UserModel user) {
    return !user.isEmailVerified()
        && MailboxGuard.mustVerifyEmail(user)
        && MailboxGuard.isLinked(context.getRealm(), user)
        && MailedLink.proves(context.getAuthenticationSession(), user);
  }

  // With a button, because programs that look through mails follow links and press none.
  private static void askToConfirm(AuthenticationFlowContext context, UserModel user) {
    context.challenge(
        context
            .form()
            .setExecution(context.getExecution().getId())
            .setAttribute("address", user.getEmail())
            .createForm("sluice-confirm-address.ftl"));
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
