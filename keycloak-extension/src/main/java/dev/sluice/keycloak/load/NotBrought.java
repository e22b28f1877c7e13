package dev.sluice.keycloak.load;

import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import dev.sluice.keycloak.wire.ImportAnswer.Result;

/**
 * Why a user whose password was proven is not here.
 *
 * @param problem for the log
 * @param lasting whether trying again changes nothing until somebody acts
 * @param disabled whether the user is here and disabled, so that the password must not move
 */
public record NotBrought(String problem, boolean lasting, boolean disabled) {
  static final NotBrought DISABLED =
      new NotBrought("the user is disabled in this realm", false, true);

  static NotBrought forNow(String problem) {
    return new NotBrought(problem, false, false);
  }

  static NotBrought of(Outcome outcome) {
    return new NotBrought(
        String.valueOf(outcome.problem()), outcome.outcome() == Result.REFUSED, false);
  }
}
