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

/** Lets the old system check its own second factors. */
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

  /**
   * Returns the realm's check; empty if its component is missing, or if its mode asks no gateway.
   */
  public static Optional<FactorCheck> find(KeycloakSession session, RealmModel realm) {
    return SluiceComponent.find(realm)
        .filter(component -> MigrationMode.of(component).asksTheGateway())
        .map(component -> SluiceStorageProviderFactory.of(session).factorCheck(session, component));
  }

  /** Checks whether the code is right and belongs to the owner of the password. */
  public CodeVerdict code(String userId, Factor factor, String code) {
    CodeVerdict verdict = ask(factor, Optional.of(code), Optional.empty());
    if (verdict instanceof CodeVerdict.Right right && !right.userId().equals(userId)) {
      return none("the gateway attributed the code of %s to %s".formatted(userId, right.userId()));
    }
    return verdict;
  }

  /** Chooses one of several kinds, whose code is required next. */
  public CodeVerdict choose(Factor factor, FactorKind kind) {
    CodeVerdict verdict = ask(factor, Optional.empty(), Optional.of(kind));
    return verdict instanceof CodeVerdict.Right
        ? none("the gateway took a choice for a code")
        : verdict;
  }

  /** Tells whether a user that has not moved yet has a second factor, or may have one. */
  public boolean isOwedBy(UserModel user) {
    return SluiceComponent.isLinked(component, user)
        && (!SluiceComponent.isAtWork(component)
            || gateway.secondFactor(GatewaySettings.of(component), user.getId()) != OldFactor.NO);
  }

  private CodeVerdict ask(Factor factor, Optional<String> code, Optional<FactorKind> kind) {
    if (!SluiceComponent.isAtWork(component)) {
      return none("the user federation provider is switched off: " + SluiceComponent.SWITCH_ON);
    }
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
