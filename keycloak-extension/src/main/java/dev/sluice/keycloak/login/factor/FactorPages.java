package dev.sluice.keycloak.login.factor;

import dev.sluice.keycloak.gateway.CodeVerdict;
import dev.sluice.keycloak.gateway.Factor;
import dev.sluice.keycloak.gateway.FactorKind;
import dev.sluice.keycloak.login.FactorCheck;
import dev.sluice.keycloak.login.PendingLogin;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;

/** Shows the pages that ask for the old second factor after the password. */
final class FactorPages {
  /** The field with the code. */
  static final String CODE = "sluice-code";

  /** The field with the chosen kind. */
  static final String KIND = "sluice-kind";

  private static final int LONGEST_CODE = 64;

  private FactorPages() {}

  /** Tells whether one of these pages was submitted. */
  static boolean isAnsweredBy(MultivaluedMap<String, String> form) {
    return form.containsKey(CODE) || form.containsKey(KIND);
  }

  /** Shows the page; it does not count as a failed login. */
  static void show(AuthenticationFlowContext context, Factor factor) {
    context.forceChallenge(page(context, factor, Optional.empty()));
  }

  /**
   * Checks an answer and shows the result.
   *
   * @return the verdict if it ends these pages: the answer is right, or the login starts again
   */
  static Optional<CodeVerdict> judge(
      AuthenticationFlowContext context, PendingLogin half, MultivaluedMap<String, String> form) {
    Factor factor = half.asked();
    Optional<FactorCheck> check = FactorCheck.find(context.getSession(), context.getRealm());
    if (factor == null || check.isEmpty()) {
      return Optional.of(new CodeVerdict.BeginAgain());
    }
    Optional<CodeVerdict> verdict =
        factor.kind() == FactorKind.CHOICE
            ? kind(factor, form).map(kind -> check.get().choose(factor, kind))
            : code(form).map(code -> check.get().code(half.userId(), factor, code));
    if (verdict.isEmpty()) {
      show(context, factor);
      return Optional.empty();
    }
    return isShown(context, half, factor, verdict.get()) ? Optional.empty() : verdict;
  }

  private static boolean isShown(
      AuthenticationFlowContext context, PendingLogin half, Factor factor, CodeVerdict verdict) {
    if (verdict instanceof CodeVerdict.Asked asked) {
      half.asking(asked.factor()).keep(context.getAuthenticationSession());
      show(context, asked.factor());
    } else if (verdict instanceof CodeVerdict.Wrong) {
      event(context, Errors.INVALID_USER_CREDENTIALS);
      context.failureChallenge(
          AuthenticationFlowError.INVALID_CREDENTIALS,
          page(context, factor, Optional.of("sluiceCodeWrong")));
    } else if (verdict instanceof CodeVerdict.None) {
      event(context, "sluice_no_verdict");
      context.forceChallenge(page(context, factor, Optional.of("sluiceCodeTryLater")));
    } else {
      return false;
    }
    return true;
  }

  private static void event(AuthenticationFlowContext context, String error) {
    if (context.getUser() != null) {
      context.getEvent().user(context.getUser());
    }
    context.getEvent().error(error);
  }

  private static Optional<FactorKind> kind(Factor factor, MultivaluedMap<String, String> form) {
    return factor.kinds().stream()
        .filter(kind -> kind.name().equals(form.getFirst(KIND)))
        .findFirst();
  }

  private static Optional<String> code(MultivaluedMap<String, String> form) {
    return Optional.ofNullable(form.getFirst(CODE))
        .map(String::trim)
        .filter(code -> !code.isEmpty() && code.length() <= LONGEST_CODE);
  }

  private static Response page(
      AuthenticationFlowContext context, Factor factor, Optional<String> error) {
    LoginFormsProvider form =
        context
            .form()
            .setExecution(context.getExecution().getId())
            .setAttribute("factor", factor.kind().name())
            .setAttribute("kinds", factor.kinds().stream().map(FactorKind::name).toList())
            .setAttribute("destination", Optional.ofNullable(factor.destination()).orElse(""));
    error.ifPresent(form::setError);
    return form.createForm(
        factor.kind() == FactorKind.CHOICE ? "sluice-factor-choice.ftl" : "sluice-code.ftl");
  }
}
