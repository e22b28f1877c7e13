package dev.sluice.keycloak.login.form;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Offers {@link PasswordForm} to browser flows, instead of Keycloak's own form. */
public final class PasswordFormFactory extends UsernamePasswordFormFactory {
  /** The id in flows. */
  public static final String ID = "sluice-username-password-form";

  @Override
  public Authenticator create(KeycloakSession session) {
    return new PasswordForm(session);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Username Password Form, moving users with Sluice";
  }

  @Override
  public String getHelpText() {
    return "Validates username and password, also of users who have not moved here yet";
  }
}
