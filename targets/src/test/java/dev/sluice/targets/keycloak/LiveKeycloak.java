package dev.sluice.targets.keycloak;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.migration.Secret;
import dev.sluice.servers.KeycloakDistribution;
import dev.sluice.servers.KeycloakServer;
import dev.sluice.servers.ProviderJar;

/** The real Keycloak with our extension that all tests of a run share; it dies with their JVM. */
final class LiveKeycloak {
  private static final KeycloakServer SERVER =
      KeycloakServer.builder(KeycloakDistribution.obtain())
          .providers(ProviderJar.of(ExtensionVersion.class))
          .start();

  private LiveKeycloak() {}

  /** A realm of it, seen by the administrator. */
  static KeycloakOptions options(String realm) {
    return new KeycloakOptions(
        SERVER.url(),
        realm,
        new Credentials.Administrator(SERVER.adminUsername(), new Secret(SERVER.adminPassword())));
  }

  /** A realm of it, seen by one of its clients. */
  static KeycloakOptions options(String realm, String clientId, String secret) {
    return new KeycloakOptions(
        SERVER.url(), realm, new Credentials.ServiceAccount(realm, clientId, new Secret(secret)));
  }
}
