package dev.sluice.keycloak.live;

import dev.sluice.servers.KeycloakDistribution;
import dev.sluice.servers.KeycloakServer;

/** The Keycloak with this extension that all tests of a run share; it dies with their JVM. */
final class LiveKeycloak {
  static final KeycloakServer SERVER =
      KeycloakServer.builder(KeycloakDistribution.obtain()).providers(ProviderJar.get()).start();

  static final Rest REST = new Rest(SERVER);

  private LiveKeycloak() {}
}
