package dev.sluice.keycloak.login.reset;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.IdpEmailVerificationAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Makes {@link GuardedLinkEmail}. */
public final class GuardedLinkEmailFactory extends IdpEmailVerificationAuthenticatorFactory {
  /** The id in flows. */
  public static final String ID = "sluice-idp-email-verification";

  private static final GuardedLinkEmail STEP = new GuardedLinkEmail();

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Verify existing account by Email, moving users with Sluice";
  }

  @Override
  public String getHelpText() {
    return "Email verification of existing Keycloak user; no email to an address that was not"
        + " verified before the user moved here, nor to a user with a second factor in the old"
        + " system";
  }

  @Override
  public Authenticator create(KeycloakSession session) {
    return STEP;
  }
}
