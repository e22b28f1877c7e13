package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.CodeQuestion;
import dev.sluice.keycloak.gateway.CodeVerdict;
import dev.sluice.keycloak.gateway.Factor;
import dev.sluice.keycloak.gateway.FactorKind;
import dev.sluice.keycloak.gateway.GatewayClient;
import dev.sluice.keycloak.gateway.OldFactor;
import dev.sluice.keycloak.settings.GatewaySettings;
import dev.sluice.keycloak.settings.MigrationMode;
import dev.sluice.keycloak.settings.SluiceComponent;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Has the old system judge its own second factors. */
public final class FactorCheck {
  private static final Logger LOG = Logger.getLogger(FactorCheck.class);

  private final KeycloakSession session;
  private final ComponentModel component;
  private final GatewayClient gateway;

  FactorCheck(KeycloakSession session, ComponentModel component, GatewayClient gateway) {
    this.session = session;
    this.component = component;
    this.gateway = gateway;
  }

  /** The realm's, unless its component is missing or disabled, or nobody is asked. */
  public static Optional<FactorCheck> find(KeycloakSession session, RealmModel realm) {
    return SluiceComponent.find(realm)
        .filter(component -> component.isEnabled() && MigrationMode.of(component).asksTheGateway())
        .map(component -> SluiceStorageProviderFactory.of(session).factorCheck(session, component));
  }

  /** Whether the code is right, and its owner the one whose password was. */
  public CodeVerdict code(String userId, Factor factor, String code) {
    CodeVerdict verdict = ask(factor, Optional.of(code), Optional.empty());
    if (verdict instanceof CodeVerdict.Right right && !right.userId().equals(userId)) {
      return none("the code of %s was called that of %s".formatted(userId, right.userId()));
    }
    return verdict;
  }

  /** Chooses one of several, whose code is asked for then. */
  public CodeVerdict choose(Factor factor, FactorKind kind) {
    CodeVerdict verdict = ask(factor, Optional.empty(), Optional.of(kind));
    return verdict instanceof CodeVerdict.Right ? none("a choice was called a code") : verdict;
  }

  /** Whether somebody who has not moved yet has a second factor, or may have one. */
  public boolean isOwedBy(UserModel user) {
    return SluiceComponent.isLinked(component, user)
        && gateway.secondFactor(GatewaySettings.of(component), user.getId()) != OldFactor.NO;
  }

  private CodeVerdict ask(Factor factor, Optional<String> code, Optional<FactorKind> kind) {
    var question =
        new CodeQuestion(factor.challenge(), code, kind, Caller.ip(session), Caller.agent(session));
    CodeVerdict verdict = gateway.code(GatewaySettings.of(component), question);
    if (verdict instanceof CodeVerdict.None none) {
      LOG.warnf("No verdict on a second factor: %s", none.reason());
    }
    return verdict;
  }

  private static CodeVerdict none(String reason) {
    LOG.warnf("No verdict on a second factor: %s", reason);
    return new CodeVerdict.None(reason, 60);
  }
}
