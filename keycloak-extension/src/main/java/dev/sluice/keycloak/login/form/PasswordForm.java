package dev.sluice.keycloak.login.form;

import dev.sluice.keycloak.gateway.OldSystem;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.login.FirstLogin;
import dev.sluice.keycloak.login.RefusalTimingPadding;
import dev.sluice.keycloak.login.ShownMessage;
import dev.sluice.keycloak.login.TypedLogin;
import dev.sluice.keycloak.login.UnknownLogin;
import dev.sluice.keycloak.login.factor.FactorForm;
import dev.sluice.keycloak.login.factor.SecondStep;
import dev.sluice.keycloak.settings.FirstLoginSettings;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's login form, which also accepts users whose password has not moved yet. */
public final class PasswordForm extends FactorForm {
  private final KeycloakSession session;

  PasswordForm(KeycloakSession session) {
    super(session);
    this.session = session;
  }

  @Override
  public boolean validateUserAndPassword(
      AuthenticationFlowContext context, MultivaluedMap<String, String> typed) {
    MultivaluedMap<String, String> form = withoutBlanks(typed);
    boolean valid = isLetIn(context, form);
    if (!valid) {
      String password = text(form, CredentialRepresentation.PASSWORD);
      RefusalTimingPadding.rest(context.getSession(), context.getRealm(), password);
    }
    return valid;
  }

  /** Shows the login that an earlier step has asked for. */
  @Override
  protected Response challenge(
      AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    String asked = context.getAuthenticationSession().getAuthNote(ATTEMPTED_USERNAME);
    if (form.isEmpty() && context.getUser() == null && asked != null) {
      form.putSingle(AuthenticationManager.FORM_USERNAME, asked);
    }
    return super.challenge(context, form);
  }

  private boolean isLetIn(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    Optional<UnknownLogin> unknown = unknown(context, form);
    Optional<Verdict> verdict =
        unknown
            .flatMap(UnknownLogin::verdict)
            .map(said -> SecondStep.usable(context.getRealm(), said));
    if (verdict.isPresent() && isShown(context, verdict.get())) {
      return false;
    }
    Optional<String> username = unknown.flatMap(UnknownLogin::username);
    if (username.isEmpty()) {
      if (verdict.isPresent() && verdict.get() instanceof Verdict.FactorOwed owed) {
        return isHalfIn(context, owed, form, text(form, CredentialRepresentation.PASSWORD));
      }
      return super.validateUserAndPassword(context, form);
    }
    boolean valid = super.validateUserAndPassword(context, with(username.get(), form));
    if (!valid) {
      forgetWhoWasMeant(context, text(form, AuthenticationManager.FORM_USERNAME));
    }
    return valid;
  }

  @Override
  public boolean validatePassword(
      AuthenticationFlowContext context,
      UserModel user,
      MultivaluedMap<String, String> form,
      boolean clearUser) {
    String password = text(form, CredentialRepresentation.PASSWORD);
    if (!password.isEmpty() && isDisabledByBruteForce(context, user)) {
      AuthenticatorUtils.dummyHash(context);
      return false;
    }
    boolean valid = isPasswordOf(context, user, form, clearUser);
    if (!valid) {
      RefusalTimingPadding.hash(context, user, password);
    }
    return valid;
  }

  private boolean isPasswordOf(
      AuthenticationFlowContext context,
      UserModel user,
      MultivaluedMap<String, String> form,
      boolean clearUser) {
    String password = text(form, CredentialRepresentation.PASSWORD);
    Optional<Verdict> verdict = ofLinked(context, user, password);
    if (verdict.isEmpty()) {
      return super.validatePassword(context, user, form, clearUser);
    }
    if (verdict.get() instanceof Verdict.FactorOwed owed) {
      SecondStep.begin(context, user.getId(), owed, true, password);
    }
    if (verdict.get() instanceof Verdict.Proven || verdict.get() instanceof Verdict.FactorOwed) {
      context
          .getAuthenticationSession()
          .setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
      return true;
    }
    if (isShown(context, verdict.get()) || isRefusedUncounted(context, user, verdict.get())) {
      if (clearUser) {
        context.clearUser();
      }
      return false;
    }
    return super.validatePassword(context, user, form, clearUser);
  }

  /**
   * Shows one text for all refusals, which also helps users that only the old system could help.
   */
  @Override
  protected String getDefaultChallengeMessage(AuthenticationFlowContext context) {
    return refusal(super.getDefaultChallengeMessage(context));
  }

  @Override
  protected String disabledByBruteForceError(String error) {
    return refusal(super.disabledByBruteForceError(error));
  }

  private String refusal(String keycloaksOwn) {
    return FirstLoginSettings.of(session.getContext().getRealm()).explainsRefusals()
        ? keycloaksOwn
        : ShownMessage.REFUSED;
  }

  private Optional<UnknownLogin> unknown(
      AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    return isUserAlreadySetBeforeUsernamePasswordAuth(context)
        ? Optional.empty()
        : UnknownLogin.resolve(
            context.getSession(),
            context.getRealm(),
            text(form, AuthenticationManager.FORM_USERNAME),
            text(form, CredentialRepresentation.PASSWORD));
  }

  private static MultivaluedMap<String, String> withoutBlanks(MultivaluedMap<String, String> form) {
    String login = form.getFirst(AuthenticationManager.FORM_USERNAME);
    return login == null ? form : with(TypedLogin.of(login), form);
  }

  /** Returns the form as if the user had typed the username that Keycloak's own check finds. */
  private static MultivaluedMap<String, String> with(
      String username, MultivaluedMap<String, String> form) {
    var changed = new MultivaluedHashMap<String, String>();
    changed.putAll(form);
    changed.put(AuthenticationManager.FORM_USERNAME, List.of(username));
    return changed;
  }

  /**
   * Removes the attempted username, because other pages show the last attempt and must not reveal
   * whose phone number was typed. It does so at the request's end, because Keycloak counts the
   * failure for the attempted user.
   */
  private static void forgetWhoWasMeant(AuthenticationFlowContext context, String typed) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    context
        .getSession()
        .getTransactionManager()
        .enlistPrepare(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                login.setAuthNote(ATTEMPTED_USERNAME, typed);
              }

              @Override
              protected void rollbackImpl() {
                // The attempt is not stored either.
              }
            });
  }

  private static Optional<Verdict> ofLinked(
      AuthenticationFlowContext context, UserModel user, String password) {
    if (password.isEmpty()) {
      return Optional.empty();
    }
    return FirstLogin.find(context.getSession(), context.getRealm())
        .flatMap(firstLogin -> firstLogin.ofLinked(context.getRealm(), user, password))
        .map(verdict -> SecondStep.usable(context.getRealm(), verdict));
  }

  /** Shows a page outside Keycloak's own form; it never counts as a failed login. */
  private boolean isShown(AuthenticationFlowContext context, Verdict verdict) {
    Optional<String> message = ShownMessage.of(verdict, FirstLoginSettings.of(context.getRealm()));
    message.ifPresent(key -> {
      context.getEvent().error(ShownMessage.eventError(verdict));
      context.forceChallenge(
          oldSystem(verdict)
              .map(old -> pageWithLink(context, old))
              .orElseGet(() -> challenge(context, key)));
    });
    return message.isPresent();
  }

  /** Answers like a wrong password, but does not count as one. */
  private boolean isRefusedUncounted(
      AuthenticationFlowContext context, UserModel user, Verdict verdict) {
    boolean uncounted =
        verdict instanceof Verdict.Refused refused && refused.refusal().isNoFailure();
    if (uncounted) {
      context.getEvent().user(user).error(ShownMessage.eventError(verdict));
      context.forceChallenge(
          challenge(context, getDefaultChallengeMessage(context), Validation.FIELD_PASSWORD));
    }
    return uncounted;
  }

  private static Optional<OldSystem> oldSystem(Verdict verdict) {
    return verdict instanceof Verdict.NotYet notYet ? notYet.oldSystem() : Optional.empty();
  }

  /** Shows a separate page, because Keycloak's form shows only text in messages. */
  private static Response pageWithLink(AuthenticationFlowContext context, OldSystem old) {
    return context
        .form()
        .setExecution(context.getExecution().getId())
        .setAttribute("oldSystem", old.address())
        .createForm("sluice-not-yet.ftl");
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }
}
