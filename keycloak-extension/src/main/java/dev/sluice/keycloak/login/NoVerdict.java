package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.Refusal;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.load.NotBrought;
import dev.sluice.keycloak.settings.SluiceComponent;
import dev.sluice.keycloak.wire.PlannedUser;
import org.jboss.logging.Logger;

/** First logins that end here without a verdict on the password; the log says why. */
final class NoVerdict {
  private static final Logger LOG = Logger.getLogger(FirstLogin.class);

  private NoVerdict() {}

  static Verdict because(String reason) {
    return logged(new Verdict.None(reason, 60));
  }

  static Verdict switchedOff() {
    return because("the user federation provider is switched off: " + SluiceComponent.SWITCH_ON);
  }

  /** Answers a login whose user is disabled here as if the password were wrong. */
  static Verdict of(PlannedUser user, NotBrought problem) {
    if (problem.disabled()) {
      return new Verdict.Refused(Refusal.WRONG);
    }
    String reason = "the user %s cannot be created: %s".formatted(user.id(), problem.problem());
    return logged(new Verdict.None(reason, 60, problem.lasting()));
  }

  private static Verdict logged(Verdict.None none) {
    LOG.warnf("No verdict on a first login: %s", none.reason());
    return none;
  }
}
