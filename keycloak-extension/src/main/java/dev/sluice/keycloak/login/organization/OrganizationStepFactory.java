package dev.sluice.keycloak.login.organization;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.organization.authentication.authenticators.browser.OrganizationAuthenticatorFactory;

/** Offers {@link OrganizationStep} to browser flows, instead of Keycloak's own step. */
public final class OrganizationStepFactory extends OrganizationAuthenticatorFactory {
  /** The id in flows. */
  public static final String ID = "sluice-organization";

  @Override
  public Authenticator create(KeycloakSession session) {
    return new OrganizationStep(session);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Organization Identity-First Login, moving users with Sluice";
  }

  @Override
  public String getHelpText() {
    return "Selects the organization of a login, and asks for the password of users who have not"
        + " moved here yet";
  }
}
