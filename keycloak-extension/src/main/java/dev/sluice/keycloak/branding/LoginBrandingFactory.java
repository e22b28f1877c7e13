package dev.sluice.keycloak.branding;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts {@link LogoResource} at {@code /realms/{realm}/sluice-login}. */
public final class LoginBrandingFactory implements RealmResourceProviderFactory {

  @Override
  public String getId() {
    return "sluice-login";
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new Branding(session);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  private record Branding(KeycloakSession session) implements RealmResourceProvider {
    @Override
    public Object getResource() {
      return new LogoResource(session);
    }

    @Override
    public void close() {}
  }
}
