package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.Verdict;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.directgrant.ValidatePassword;
import org.keycloak.authentication.authenticators.directgrant.ValidateUsername;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Username and password of a direct grant in one step, in place of Keycloak's two, because a user
 * whom Keycloak has never seen is judged by both together.
 */
public final class DirectGrant extends ValidateUsername {
  /** The id that a flow names it by. */
  public static final String ID = "sluice-direct-grant-password";

  private final ValidatePassword keycloaksOwn = new ValidatePassword();

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Username and password, moving people with Sluice";
  }

  @Override
  public String getHelpText() {
    return "Validates username and password, also of people who have not moved here yet";
  }

  @Override
  public String getReferenceCategory() {
    return PasswordCredentialModel.TYPE;
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    Optional<FirstLogin> firstLogin = FirstLogin.find(context.getSession(), context.getRealm());
    if (firstLogin.isPresent() && nobodyKnows(context, firstLogin.get())) {
      return;
    }
    super.authenticate(context);
    if (context.getStatus() == FlowStatus.SUCCESS) {
      checkPassword(context, firstLogin);
    }
  }

  private void checkPassword(AuthenticationFlowContext context, Optional<FirstLogin> firstLogin) {
    Optional<Verdict> verdict =
        firstLogin.flatMap(
            found -> found.ofLinked(context.getRealm(), context.getUser(), password(context)));
    if (verdict.isPresent() && verdict.get() instanceof Verdict.None none) {
      tryLater(context, none);
    } else if (verdict.isPresent() && verdict.get() instanceof Verdict.Proven) {
      context
          .getAuthenticationSession()
          .setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
      context.success(PasswordCredentialModel.TYPE);
    } else {
      keycloaksOwn.authenticate(context);
    }
  }

  /** Whether the login is unknown here and nobody can tell whether it is known elsewhere. */
  private boolean nobodyKnows(AuthenticationFlowContext context, FirstLogin firstLogin) {
    String login = Optional.ofNullable(retrieveUsername(context)).orElse("");
    if (login.isEmpty() || isKnown(context, login)) {
      return false;
    }
    Optional<Verdict> verdict = firstLogin.ofUnknown(context.getRealm(), login, password(context));
    if (verdict.isPresent() && verdict.get() instanceof Verdict.None none) {
      tryLater(context, none);
      return true;
    }
    return false;
  }

  private static boolean isKnown(AuthenticationFlowContext context, String login) {
    return KeycloakModelUtils.findUserByNameOrEmail(context.getSession(), context.getRealm(), login)
        != null;
  }

  /** A challenge, not a failure: a failure would count towards the user's lockout. */
  private void tryLater(AuthenticationFlowContext context, Verdict.None none) {
    context.getEvent().error(ShownMessage.eventError(none));
    Response answer =
        errorResponse(
            Response.Status.SERVICE_UNAVAILABLE.getStatusCode(),
            "temporarily_unavailable",
            "The login cannot be checked at the moment, try again shortly");
    context.forceChallenge(
        Response.fromResponse(answer)
            .header("Retry-After", String.valueOf(none.retryAfterSeconds()))
            .build());
  }

  private String password(AuthenticationFlowContext context) {
    return Optional.ofNullable(retrievePassword(context)).orElse("");
  }
}
