package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.Verdict;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.directgrant.ValidatePassword;
import org.keycloak.authentication.authenticators.directgrant.ValidateUsername;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Username and password of a direct grant in one step, in place of Keycloak's two, because a user
 * whom Keycloak has never seen is judged by both together.
 */
public final class DirectGrant extends ValidateUsername {
  /** The id that a flow names it by. */
  public static final String ID = "sluice-direct-grant-password";

  private static final String STANDS_FOR = "sluice.stands-for";

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
    check(context);
    if (context.getStatus() != FlowStatus.SUCCESS) {
      hashOnce(context);
      EvenRefusals.rest(context.getSession(), context.getRealm(), password(context));
    }
  }

  /** Keycloak's own step has hashed in vain for nobody and for those who are locked out. */
  private void hashOnce(AuthenticationFlowContext context) {
    Optional.ofNullable(retrieveUsername(context))
        .map(login ->
            KeycloakModelUtils.findUserByNameOrEmail(
                context.getSession(), context.getRealm(), login))
        .filter(user -> AuthenticatorUtils.getDisabledByBruteForceEventError(context, user) == null)
        .ifPresent(user -> EvenRefusals.hash(context, user, password(context)));
  }

  private void check(AuthenticationFlowContext context) {
    Optional<UnknownLogin> unknown =
        UnknownLogin.resolve(
            context.getSession(),
            context.getRealm(),
            Optional.ofNullable(super.retrieveUsername(context)).orElse(""),
            password(context));
    Optional<Verdict> verdict = unknown.flatMap(UnknownLogin::verdict);
    if (verdict.isPresent() && isAnswered(context, verdict.get())) {
      return;
    }
    unknown
        .flatMap(UnknownLogin::username)
        .ifPresent(username -> context.getSession().setAttribute(STANDS_FOR, username));
    super.authenticate(context);
    if (context.getStatus() == FlowStatus.SUCCESS) {
      checkPassword(context);
    }
  }

  /** What was typed, or the username of whom it stands for, which Keycloak's own step can find. */
  @Override
  protected String retrieveUsername(AuthenticationFlowContext context) {
    return Optional.ofNullable(context.getSession().getAttribute(STANDS_FOR, String.class))
        .orElseGet(() -> super.retrieveUsername(context));
  }

  private void checkPassword(AuthenticationFlowContext context) {
    Optional<Verdict> verdict =
        FirstLogin.find(context.getSession(), context.getRealm())
            .flatMap(
                found -> found.ofLinked(context.getRealm(), context.getUser(), password(context)));
    if (verdict.isPresent() && isAnswered(context, verdict.get())) {
      return;
    }
    if (verdict.isPresent() && verdict.get() instanceof Verdict.Proven) {
      context
          .getAuthenticationSession()
          .setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
      context.success(PasswordCredentialModel.TYPE);
    } else {
      keycloaksOwn.authenticate(context);
    }
  }

  /** Answers what says nothing against the password. */
  private boolean isAnswered(AuthenticationFlowContext context, Verdict verdict) {
    if (verdict instanceof Verdict.None none) {
      tryLater(context, none);
    } else if (verdict instanceof Verdict.NotYet notYet) {
      comeLater(context, notYet);
    } else if (verdict instanceof Verdict.Refused refused
        && refused.refusal().isNoFailure()
        && context.getUser() != null) {
      refuseUncounted(context, verdict);
    } else {
      return false;
    }
    return true;
  }

  /** Looks like any wrong password, but says nothing against it. */
  private void refuseUncounted(AuthenticationFlowContext context, Verdict verdict) {
    context.getEvent().user(context.getUser()).error(ShownMessage.eventError(verdict));
    context.forceChallenge(
        errorResponse(
            Response.Status.BAD_REQUEST.getStatusCode(),
            "invalid_grant",
            "Invalid user credentials"));
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

  /** A challenge for the same reason. */
  private void comeLater(AuthenticationFlowContext context, Verdict.NotYet notYet) {
    context.getEvent().error(ShownMessage.eventError(notYet));
    context.forceChallenge(
        errorResponse(
            Response.Status.BAD_REQUEST.getStatusCode(),
            "invalid_grant",
            ShownMessage.toApplication(notYet)));
  }

  private String password(AuthenticationFlowContext context) {
    return Optional.ofNullable(
            context
                .getHttpRequest()
                .getDecodedFormParameters()
                .getFirst(CredentialRepresentation.PASSWORD))
        .orElse("");
  }
}
