package dev.sluice.keycloak.guard;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserProvider;
import org.keycloak.models.jpa.JpaUserProviderFactory;

/**
 * Puts {@link GuardedUserStore} in the place of Keycloak's own store of users. It keeps the id, so
 * that a server configured to use {@code jpa} uses it too.
 */
public final class GuardedUserStoreFactory extends JpaUserProviderFactory {

  @Override
  public UserProvider create(KeycloakSession session) {
    return new GuardedUserStore(
        session, session.getProvider(JpaConnectionProvider.class).getEntityManager());
  }

  /** Comes before Keycloak's own, whose order is 1. */
  @Override
  public int order() {
    return super.order() + 1;
  }
}
