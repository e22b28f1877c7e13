package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.Verdict;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;

/** Keycloak's login form, which also lets in those whose password has not moved yet. */
public final class PasswordForm extends UsernamePasswordForm {
  PasswordForm(KeycloakSession session) {
    super(session);
  }

  @Override
  public boolean validateUserAndPassword(
      AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    Optional<Verdict> verdict = ofUnknown(context, form);
    if (verdict.isPresent() && isShown(context, verdict.get())) {
      return false;
    }
    return super.validateUserAndPassword(context, form);
  }

  @Override
  public boolean validatePassword(
      AuthenticationFlowContext context,
      UserModel user,
      MultivaluedMap<String, String> form,
      boolean clearUser) {
    String password = text(form, CredentialRepresentation.PASSWORD);
    if (!password.isEmpty() && isDisabledByBruteForce(context, user)) {
      return false;
    }
    Optional<Verdict> verdict = ofLinked(context, user, password);
    if (verdict.isEmpty()) {
      return super.validatePassword(context, user, form, clearUser);
    }
    if (verdict.get() instanceof Verdict.Proven) {
      context
          .getAuthenticationSession()
          .setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
      return true;
    }
    if (isShown(context, verdict.get())) {
      if (clearUser) {
        context.clearUser();
      }
      return false;
    }
    return super.validatePassword(context, user, form, clearUser);
  }

  private Optional<Verdict> ofUnknown(
      AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    String login = text(form, AuthenticationManager.FORM_USERNAME).trim();
    if (login.isEmpty() || isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
      return Optional.empty();
    }
    return FirstLogin.find(context.getSession(), context.getRealm())
        .filter(found -> isUnknown(context, login))
        .flatMap(firstLogin ->
            firstLogin.ofUnknown(
                context.getRealm(), login, text(form, CredentialRepresentation.PASSWORD)));
  }

  private static Optional<Verdict> ofLinked(
      AuthenticationFlowContext context, UserModel user, String password) {
    if (password.isEmpty()) {
      return Optional.empty();
    }
    return FirstLogin.find(context.getSession(), context.getRealm())
        .flatMap(firstLogin -> firstLogin.ofLinked(context.getRealm(), user, password));
  }

  private static boolean isUnknown(AuthenticationFlowContext context, String login) {
    return KeycloakModelUtils.findUserByNameOrEmail(context.getSession(), context.getRealm(), login)
        == null;
  }

  /** Shows what has no place in Keycloak's own form; it never counts as a failed login. */
  private boolean isShown(AuthenticationFlowContext context, Verdict verdict) {
    Optional<String> message = ShownMessage.of(verdict);
    message.ifPresent(key -> {
      context.getEvent().error(ShownMessage.eventError(verdict));
      context.forceChallenge(challenge(context, key));
    });
    return message.isPresent();
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }
}
