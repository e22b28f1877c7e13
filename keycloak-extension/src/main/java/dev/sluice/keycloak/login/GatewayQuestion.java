package dev.sluice.keycloak.login;

import dev.sluice.keycloak.database.NewestState;
import dev.sluice.keycloak.gateway.GatewayClient;
import dev.sluice.keycloak.gateway.LoginQuestion;
import dev.sluice.keycloak.gateway.Refusal;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.settings.FirstLoginSettings;
import dev.sluice.keycloak.settings.GatewaySettings;
import dev.sluice.keycloak.settings.SluiceComponent;
import dev.sluice.keycloak.wire.PlannedAction;
import dev.sluice.keycloak.wire.PlannedUser;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;

/** Asks the gateway about a login, and about an old second factor where its answer hides one. */
final class GatewayQuestion {
  private static final Logger LOG = Logger.getLogger(FirstLogin.class);

  private final KeycloakSession session;
  private final ComponentModel component;
  private final GatewayClient gateway;
  private final RefusalTimes refusalTimes;

  GatewayQuestion(
      KeycloakSession session,
      ComponentModel component,
      GatewayClient gateway,
      RefusalTimes refusalTimes) {
    this.session = session;
    this.component = component;
    this.gateway = gateway;
    this.refusalTimes = refusalTimes;
  }

  /**
   * Returns the verdict.
   *
   * @param userId the user here whom it is about; empty if only the login is known
   */
  Verdict ask(String login, Optional<String> userId, String password) {
    if (!SluiceComponent.isAtWork(component)) {
      return NoVerdict.switchedOff();
    }
    var question =
        new LoginQuestion(login, userId, password, Caller.ip(session), Caller.agent(session));
    long begun = System.nanoTime();
    Verdict said = gateway.firstLogin(GatewaySettings.of(component), question);
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    // Meanwhile another login may have moved the user.
    NewestState.look(session);
    RefusalTimingPadding.asked(session, taken);
    if (said instanceof Verdict.Refused refused && refused.refusal() == Refusal.WRONG) {
      refusalTimes.note(taken);
    }
    Verdict verdict = withOldFactor(said, userId);
    if (verdict instanceof Verdict.None none) {
      LOG.warnf("No verdict on a first login: %s", none.reason());
      return none.isLockout() && !FirstLoginSettings.of(component).explainsRefusals()
          ? new Verdict.Refused(Refusal.LOCKED)
          : none;
    }
    return verdict;
  }

  /**
   * Checks for an old factor after a temporary password, which hides the factor that Cognito would
   * require after it: a user that has one sets up a new one here before anything moves, as after an
   * administrator's new password.
   */
  private Verdict withOldFactor(Verdict verdict, Optional<String> userId) {
    if (!(verdict instanceof Verdict.Proven proven)
        || !proven.then().contains(PlannedAction.NEW_PASSWORD)) {
      return verdict;
    }
    String id = proven.user().map(PlannedUser::id).or(() -> userId).orElse("");
    return switch (gateway.secondFactor(GatewaySettings.of(component), id)) {
      case YES -> new Verdict.FactorOwed(proven.user(), proven.then(), Optional.empty());
      case NO -> proven;
      case UNKNOWN -> new Verdict.None("it is unknown whether there is a second factor", 5);
    };
  }
}
