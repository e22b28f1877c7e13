package dev.sluice.app.serve;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Assumptions;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.target.Needs;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.app.config.GatewayConfig;
import dev.sluice.app.gateway.Gateway;
import dev.sluice.app.gateway.GatewaySettings;
import dev.sluice.app.gateway.hook.TargetSide;
import dev.sluice.app.wiring.Components;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.login.FirstLogin;
import dev.sluice.migration.login.HookedLogin;
import dev.sluice.migration.login.RelayedLogin;
import dev.sluice.migration.login.Settlement;
import dev.sluice.migration.run.ConditionException;
import java.util.List;

/** Starts a gateway with what a configuration names. */
public final class Serving {
  private Serving() {}

  /**
   * Starts it; the caller closes the components, after the gateway.
   *
   * @throws ConditionException if the target does not support what the mode needs
   * @throws dev.sluice.app.gateway.GatewayException if it cannot listen on the configured address
   */
  public static Gateway start(Components components) {
    requireThatTheTargetAsks(components.target().describe(), components.config().mode());
    LedgerStore ledger = components.ledger();
    FirstLogin firstLogin = components.firstLogin();
    return Gateway.start(
        settings(components.config().gateway()),
        firstLogin,
        components.factorLookup(),
        new Settlement(ledger.ledger()),
        ledger.ledger(),
        ledger.seals(),
        targetSide(components, firstLogin));
  }

  /** Opens the endpoints of the target's own protocols, if it has any. */
  private static TargetSide targetSide(Components components, FirstLogin firstLogin) {
    Target target = components.target();
    LedgerStore store = components.ledger();
    Assumptions assumptions = store.assumptions();
    return new TargetSide(
        target.hook().map(hook -> new HookedLogin(firstLogin, assumptions, hook)),
        target
            .logins()
            .map(logins ->
                new RelayedLogin(firstLogin, store.ledger(), assumptions, target, logins)),
        components.confirmations());
  }

  /** Returns what the owner should know; an outage of the source does not stop settlements. */
  public static List<String> cautions(Components components) {
    if (!components.config().mode().asksForPasswords()) {
      return List.of();
    }
    try {
      return components.source().cautions();
    } catch (SourceException unreachable) {
      return List.of("Passwords cannot be checked now. " + unreachable.getMessage());
    }
  }

  static void requireThatTheTargetAsks(TargetDescription target, MigrationMode mode) {
    if (mode.asksForPasswords()) {
      Needs.obstacle(mode, target)
          .ifPresent(obstacle -> {
            throw new ConditionException(obstacle);
          });
    }
  }

  private static GatewaySettings settings(GatewayConfig config) {
    return new GatewaySettings(
        config.bind(),
        config.port(),
        config.token(),
        config
            .tls()
            .map(tls -> new GatewaySettings.Tls(tls.certificate(), tls.key(), tls.clients())));
  }
}
