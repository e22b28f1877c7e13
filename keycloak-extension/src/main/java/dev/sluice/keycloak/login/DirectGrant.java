package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.CodeVerdict;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.wire.PlannedUser;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.directgrant.ValidatePassword;
import org.keycloak.authentication.authenticators.directgrant.ValidateUsername;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
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
    Optional<String> username = unknown.flatMap(UnknownLogin::username);
    if (username.isEmpty()
        && verdict.isPresent()
        && verdict.get() instanceof Verdict.FactorOwed owed) {
      username = newcomer(context, owed);
      if (username.isEmpty()) {
        return;
      }
    }
    username.ifPresent(found -> context.getSession().setAttribute(STANDS_FOR, found));
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
    if (verdict.isPresent()
        && verdict.get() instanceof Verdict.FactorOwed owed
        && !isCodeRight(context, context.getUser().getId(), owed)) {
      return;
    }
    if (verdict.isPresent()
        && (verdict.get() instanceof Verdict.Proven
            || verdict.get() instanceof Verdict.FactorOwed)) {
      context
          .getAuthenticationSession()
          .setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
      context.success(PasswordCredentialModel.TYPE);
    } else {
      keycloaksOwn.authenticate(context);
    }
  }

  /** Creates somebody, linked, who has proven both factors; empty when answered otherwise. */
  private Optional<String> newcomer(AuthenticationFlowContext context, Verdict.FactorOwed owed) {
    PlannedUser planned = owed.user().orElseThrow();
    if (!isCodeRight(context, planned.id(), owed)) {
      return Optional.empty();
    }
    FirstLogin firstLogin = FirstLogin.find(context.getSession(), context.getRealm()).orElseThrow();
    Optional<String> problem = firstLogin.bringLinked(context.getRealm(), planned);
    Optional<UserModel> user =
        Optional.ofNullable(
            context.getSession().users().getUserById(context.getRealm(), planned.id()));
    if (problem.isPresent() || user.isEmpty()) {
      tryLater(context, new Verdict.None("the user is not here", 60));
      return Optional.empty();
    }
    firstLogin.provedBoth(planned.id(), password(context));
    return user.map(UserModel::getUsername);
  }

  /** Whether the code that came along proves the second factor; answers otherwise. */
  private boolean isCodeRight(
      AuthenticationFlowContext context, String userId, Verdict.FactorOwed owed) {
    CodeVerdict verdict = GrantCode.judge(context, userId, owed);
    if (verdict instanceof CodeVerdict.None none) {
      tryLater(context, new Verdict.None(none.reason(), none.retryAfterSeconds()));
    } else if (!(verdict instanceof CodeVerdict.Right)) {
      refuse(context);
    }
    return verdict instanceof CodeVerdict.Right;
  }

  /** As Keycloak's own step answers a code that is missing or wrong. */
  private void refuse(AuthenticationFlowContext context) {
    if (context.getUser() != null) {
      context.getEvent().user(context.getUser());
    }
    context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
    context.failure(
        AuthenticationFlowError.INVALID_USER,
        errorResponse(
            Response.Status.BAD_REQUEST.getStatusCode(),
            "invalid_grant",
            "Invalid user credentials"));
  }

  /** Answers what says nothing against the password. */
  private boolean isAnswered(AuthenticationFlowContext context, Verdict verdict) {
    if (verdict instanceof Verdict.FactorOwed owed && GrantCode.mustBeSetUpFirst(owed)) {
      setUpFirst(context);
    } else if (verdict instanceof Verdict.None none) {
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

  /** As Keycloak answers for itself when something is left to do that only a browser can show. */
  private void setUpFirst(AuthenticationFlowContext context) {
    context.getEvent().error(Errors.RESOLVE_REQUIRED_ACTIONS);
    context.forceChallenge(
        errorResponse(
            Response.Status.BAD_REQUEST.getStatusCode(),
            "invalid_grant",
            "Account is not fully set up"));
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
