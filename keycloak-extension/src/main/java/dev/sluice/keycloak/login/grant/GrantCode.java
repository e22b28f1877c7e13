package dev.sluice.keycloak.login.grant;

import dev.sluice.keycloak.gateway.CodeVerdict;
import dev.sluice.keycloak.gateway.Factor;
import dev.sluice.keycloak.gateway.FactorKind;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.login.FactorCheck;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Checks the second factor of a one-request login: the code of an authenticator app can come with
 * the password; a code that is yet to be sent cannot.
 */
final class GrantCode {
  private GrantCode() {}

  /** Tells whether the required factor is one that the user has not set up yet. */
  static boolean mustBeSetUpFirst(Verdict.FactorOwed owed) {
    return owed.factor().isEmpty();
  }

  static CodeVerdict judge(
      AuthenticationFlowContext context, String userId, Verdict.FactorOwed owed) {
    Optional<String> code = code(context);
    Optional<FactorCheck> check = FactorCheck.find(context.getSession(), context.getRealm());
    return code.isEmpty() || check.isEmpty()
        ? new CodeVerdict.BeginAgain()
        : judge(check.get(), userId, owed.factor().orElseThrow(), code.get());
  }

  private static CodeVerdict judge(FactorCheck check, String userId, Factor factor, String code) {
    if (factor.kind() == FactorKind.TOTP) {
      return check.code(userId, factor, code);
    }
    if (!factor.kinds().contains(FactorKind.TOTP)) {
      return new CodeVerdict.BeginAgain();
    }
    CodeVerdict chosen = check.choose(factor, FactorKind.TOTP);
    return chosen instanceof CodeVerdict.Asked asked
        ? check.code(userId, asked.factor(), code)
        : chosen;
  }

  /** Reads the code by either name that Keycloak's own step accepts. */
  private static Optional<String> code(AuthenticationFlowContext context) {
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    return Optional.ofNullable(form.getFirst("otp"))
        .or(() -> Optional.ofNullable(form.getFirst("totp")))
        .filter(code -> !code.isBlank() && code.length() <= 64);
  }
}
