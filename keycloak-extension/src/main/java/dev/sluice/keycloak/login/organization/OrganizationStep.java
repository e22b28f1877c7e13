package dev.sluice.keycloak.login.organization;

import dev.sluice.keycloak.settings.MigrationMode;
import dev.sluice.keycloak.settings.SluiceComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.authentication.authenticators.browser.OrganizationAuthenticator;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Keycloak's step that asks for the address first, in a realm with organizations. Keycloak stops
 * people with an organization's domain who have no account yet; those may have one in the user
 * pool, so they are asked for their password. People whom the organization's own provider
 * authenticates are still sent there.
 */
final class OrganizationStep extends OrganizationAuthenticator {
  private static final String BY_EMAIL = "kc.org.broker.redirect.mode.email-matches";
  private static final String DOMAIN = "kc.org.domain";
  private static final String EXCLUDED = "kc.org.excluded.domains";
  private static final String ANY = "any";

  private final KeycloakSession session;

  OrganizationStep(KeycloakSession session) {
    super(session);
    this.session = session;
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    @Nullable String hint = context.getAuthenticationSession().getClientNote("login_hint");
    if (hint == null || !mayAskForThePassword(context, hint.trim())) {
      super.authenticate(context);
    }
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    @Nullable String typed =
        context
            .getHttpRequest()
            .getDecodedFormParameters()
            .getFirst(AuthenticationManager.FORM_USERNAME);
    if (typed == null || !mayAskForThePassword(context, typed.trim())) {
      super.action(context);
    }
  }

  /** Goes on to the password, if nobody here has this login and the user pool may know it. */
  private boolean mayAskForThePassword(AuthenticationFlowContext context, String login) {
    Optional<String> domain = domain(login);
    if (domain.isEmpty()
        || context.getUser() != null
        || !asksTheGateway(context)
        || isSentToAProvider(domain.get())
        || known(context, login) != null) {
      return false;
    }
    context
        .getAuthenticationSession()
        .setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, login);
    context.attempted();
    return true;
  }

  private @Nullable UserModel known(AuthenticationFlowContext context, String login) {
    return KeycloakModelUtils.findUserByNameOrEmail(session, context.getRealm(), login);
  }

  private static boolean asksTheGateway(AuthenticationFlowContext context) {
    return SluiceComponent.find(context.getRealm())
        .filter(component -> component.isEnabled() && MigrationMode.of(component).asksTheGateway())
        .isPresent();
  }

  private static Optional<String> domain(String login) {
    int at = login.lastIndexOf('@');
    return at < 0 || at == login.length() - 1
        ? Optional.empty()
        : Optional.of(login.substring(at + 1).toLowerCase(Locale.ROOT));
  }

  /** Tells whether Keycloak sends unknown people with this domain to an organization's provider. */
  private boolean isSentToAProvider(String domain) {
    @Nullable OrganizationModel organization =
        session.getProvider(OrganizationProvider.class).getByDomainName(domain);
    return organization != null
        && organization.isEnabled()
        && organization
            .getIdentityProviders()
            .filter(IdentityProviderModel::isEnabled)
            .map(IdentityProviderModel::getConfig)
            .anyMatch(config -> takes(config, domain));
  }

  private static boolean takes(Map<String, String> provider, String domain) {
    String own = provider.getOrDefault(DOMAIN, "").toLowerCase(Locale.ROOT);
    boolean excluded =
        Arrays.stream(provider.getOrDefault(EXCLUDED, "").split(",", -1))
            .anyMatch(each -> each.trim().equalsIgnoreCase(domain));
    return Boolean.parseBoolean(provider.get(BY_EMAIL))
        && !excluded
        && (own.equals(domain)
            || own.equals(ANY)
            || (!own.isEmpty() && domain.endsWith("." + own)));
  }
}
