package dev.sluice.keycloak.login.factor;

import dev.sluice.keycloak.database.ExactUser;
import dev.sluice.keycloak.gateway.CodeVerdict;
import dev.sluice.keycloak.gateway.Factor;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.login.PendingLogin;
import dev.sluice.keycloak.login.ShownMessage;
import dev.sluice.keycloak.settings.FirstLoginSettings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** A login form that continues with a page for the old second factor before the login succeeds. */
public abstract class FactorForm extends UsernamePasswordForm {
  public FactorForm(KeycloakSession session) {
    super(session);
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    Optional<PendingLogin> half = PendingLogin.of(context.getAuthenticationSession());
    Optional<Factor> asked = half.map(PendingLogin::asked);
    if (asked.isPresent()) {
      FactorPages.show(context, asked.get());
    } else {
      super.authenticate(context);
    }
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    if (FactorPages.isAnsweredBy(form)) {
      answer(context, form);
    } else {
      super.action(context);
    }
  }

  @Override
  protected boolean validateForm(
      AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    PendingLogin.forget(context.getAuthenticationSession());
    if (!super.validateForm(context, form)) {
      return false;
    }
    Optional<PendingLogin> half = PendingLogin.of(context.getAuthenticationSession());
    Optional<Factor> asked = half.map(PendingLogin::asked);
    if (asked.isPresent()) {
      FactorPages.show(context, asked.get());
      return false;
    }
    half.ifPresent(through -> SecondStep.through(context, through.here()));
    return true;
  }

  /** Creates a user that is not here only once nothing is left to prove. */
  public boolean isHalfIn(
      AuthenticationFlowContext context,
      Verdict.FactorOwed owed,
      MultivaluedMap<String, String> form,
      String password) {
    PendingLogin half =
        SecondStep.begin(context, owed.user().orElseThrow().id(), owed, false, password);
    if (context.getRealm().isRememberMe() && "on".equalsIgnoreCase(form.getFirst("rememberMe"))) {
      context.getAuthenticationSession().setAuthNote(Details.REMEMBER_ME, "true");
    }
    return half.asked() != null || isHere(context, half);
  }

  private void answer(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    Optional<PendingLogin> half = PendingLogin.of(context.getAuthenticationSession());
    if (half.isEmpty()) {
      beginAgain(context);
      return;
    }
    if (context.getUser() != null && !enabledUser(context, context.getUser())) {
      return;
    }
    Optional<CodeVerdict> end = FactorPages.judge(context, half.get(), form);
    if (end.isPresent() && end.get() instanceof CodeVerdict.Right) {
      if (isHere(context, half.get())) {
        SecondStep.through(context, half.get().proven());
        context.success(PasswordCredentialModel.TYPE);
      }
    } else if (end.isPresent()) {
      beginAgain(context);
    }
  }

  private void beginAgain(AuthenticationFlowContext context) {
    PendingLogin.forget(context.getAuthenticationSession());
    if (!isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
      context.clearUser();
    }
    context.getEvent().error("sluice_begin_again");
    context.forceChallenge(challenge(context, "sluiceBeginAgain"));
  }

  /** Sets the flow's user, which may have to be created first, and tells whether that succeeded. */
  private boolean isHere(AuthenticationFlowContext context, PendingLogin half) {
    Optional<Verdict> problem = SecondStep.bring(context, half);
    UserModel user =
        problem.isPresent()
            ? null
            : ExactUser.byId(context.getSession(), context.getRealm(), half.userId()).orElse(null);
    if (user == null) {
      PendingLogin.forget(context.getAuthenticationSession());
      notHere(context, problem.orElse(new Verdict.None("the user is not here", 60)));
      return false;
    }
    if (!enabledUser(context, user)) {
      return false;
    }
    context.setUser(user);
    return true;
  }

  private void notHere(AuthenticationFlowContext context, Verdict verdict) {
    context.getEvent().error(ShownMessage.eventError(verdict));
    context.forceChallenge(
        challenge(
            context,
            ShownMessage.of(verdict, FirstLoginSettings.of(context.getRealm()))
                .orElse(getDefaultChallengeMessage(context))));
  }
}
