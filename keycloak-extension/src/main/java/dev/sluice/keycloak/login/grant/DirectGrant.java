package dev.sluice.keycloak.login.grant;

import dev.sluice.keycloak.database.ExactUser;
import dev.sluice.keycloak.gateway.CodeVerdict;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.login.FirstLogin;
import dev.sluice.keycloak.login.RefusalTimingPadding;
import dev.sluice.keycloak.login.TypedLogin;
import dev.sluice.keycloak.login.UnknownLogin;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.directgrant.ValidatePassword;
import org.keycloak.authentication.authenticators.directgrant.ValidateUsername;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Checks username and password of a direct grant in one step instead of Keycloak's two, because a
 * user unknown to Keycloak is checked by both together.
 */
public final class DirectGrant extends ValidateUsername {
  /** The id in flows. */
  public static final String ID = "sluice-direct-grant-password";

  private static final String STANDS_FOR = "sluice.stands-for";

  private final ValidatePassword keycloaksOwn = new ValidatePassword();

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Username and password, moving users with Sluice";
  }

  @Override
  public String getHelpText() {
    return "Validates username and password, also of users who have not moved here yet";
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
      RefusalTimingPadding.rest(context.getSession(), context.getRealm(), password(context));
    }
  }

  private void hashOnce(AuthenticationFlowContext context) {
    Optional.ofNullable(context.getUser())
        .or(() -> turnedAway(context))
        .ifPresent(user -> RefusalTimingPadding.hash(context, user, password(context)));
  }

  /**
   * Handles a user that Keycloak's own step did not pass to the password check. It computes a dummy
   * hash for unknown and locked-out users.
   */
  private Optional<UserModel> turnedAway(AuthenticationFlowContext context) {
    return Optional.ofNullable(retrieveUsername(context))
        .map(login ->
            KeycloakModelUtils.findUserByNameOrEmail(
                context.getSession(), context.getRealm(), login))
        .filter(
            user -> AuthenticatorUtils.getDisabledByBruteForceEventError(context, user) == null);
  }

  private void check(AuthenticationFlowContext context) {
    Optional<UnknownLogin> unknown =
        UnknownLogin.resolve(
            context.getSession(),
            context.getRealm(),
            Optional.ofNullable(typed(context)).orElse(""),
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

  /** Returns what was typed, or the username behind it, which Keycloak's own step can find. */
  @Override
  protected String retrieveUsername(AuthenticationFlowContext context) {
    return Optional.ofNullable(context.getSession().getAttribute(STANDS_FOR, String.class))
        .orElseGet(() -> typed(context));
  }

  private @Nullable String typed(AuthenticationFlowContext context) {
    String login = super.retrieveUsername(context);
    return login == null ? null : TypedLogin.of(login);
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
        && !isFactorProven(context, context.getUser().getId(), owed)) {
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

  /** Creates a linked user that has proven both factors; empty if another answer was sent. */
  private Optional<String> newcomer(AuthenticationFlowContext context, Verdict.FactorOwed owed) {
    PlannedUser planned = owed.user().orElseThrow();
    if (!isFactorProven(context, planned.id(), owed)) {
      return Optional.empty();
    }
    FirstLogin firstLogin = FirstLogin.find(context.getSession(), context.getRealm()).orElseThrow();
    Optional<Verdict> problem = firstLogin.bringLinked(context.getRealm(), planned);
    if (problem.isPresent() && isAnswered(context, problem.get())) {
      return Optional.empty();
    }
    Optional<UserModel> user =
        ExactUser.byId(context.getSession(), context.getRealm(), planned.id());
    if (problem.isPresent()) {
      GrantAnswers.refuse(context);
      return Optional.empty();
    }
    if (user.isEmpty()) {
      GrantAnswers.tryLater(context, new Verdict.None("the user is not here", 60));
      return Optional.empty();
    }
    firstLogin.provedBoth(planned.id(), password(context));
    return user.map(UserModel::getUsername);
  }

  /**
   * Tells whether the supplied code proves the second factor and nothing else is required;
   * otherwise answers. Only users that proved both factors are told what else is required.
   */
  private boolean isFactorProven(
      AuthenticationFlowContext context, String userId, Verdict.FactorOwed owed) {
    CodeVerdict verdict = GrantCode.judge(context, userId, owed);
    if (verdict instanceof CodeVerdict.None none) {
      GrantAnswers.tryLater(context, new Verdict.None(none.reason(), none.retryAfterSeconds()));
    } else if (!(verdict instanceof CodeVerdict.Right)) {
      GrantAnswers.refuse(context);
    } else if (!owed.then().isEmpty()) {
      GrantAnswers.setUpFirst(context);
      return false;
    }
    return verdict instanceof CodeVerdict.Right;
  }

  /** Answers verdicts that say nothing against the password. */
  private boolean isAnswered(AuthenticationFlowContext context, Verdict verdict) {
    if (verdict instanceof Verdict.FactorOwed owed && GrantCode.mustBeSetUpFirst(owed)) {
      GrantAnswers.setUpFirst(context);
    } else if (verdict instanceof Verdict.None none) {
      GrantAnswers.tryLater(context, none);
    } else if (verdict instanceof Verdict.NotYet notYet) {
      GrantAnswers.comeLater(context, notYet);
    } else if (verdict instanceof Verdict.Refused refused
        && refused.refusal().isNoFailure()
        && context.getUser() != null) {
      GrantAnswers.refuseUncounted(context, verdict);
    } else {
      return false;
    }
    return true;
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
