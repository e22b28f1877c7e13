package dev.sluice.targets.keycloak;

import dev.sluice.api.Secret;
import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.servers.keycloak.KeycloakDatabase;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.keycloak.ProviderJar;
import dev.sluice.servers.postgres.PostgresServer;
import dev.sluice.targets.keycloak.api.AdminCredentials;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.util.Optional;

/**
 * The real Keycloak with our extension that all tests of a run share; it dies with their JVM. It
 * runs on PostgreSQL where that is installed, as real ones do, and else on a file.
 */
public final class LiveKeycloak {
  /** The name of its database. */
  public static final String DATABASE = "keycloak";

  private static final Optional<PostgresServer> POSTGRES =
      PostgresServer.isInstalled() ? Optional.of(PostgresServer.start()) : Optional.empty();

  private static final KeycloakServer SERVER =
      KeycloakServer.builder(KeycloakDistribution.obtain())
          .providers(ProviderJar.of(ExtensionVersion.class))
          .database(
              POSTGRES
                  .<KeycloakDatabase>map(server -> newDatabase(server, DATABASE))
                  .orElseGet(KeycloakDatabase.H2File::new))
          .allowingLoginsThatFollowAtOnce()
          .start();

  private LiveKeycloak() {}

  /** The PostgreSQL that it runs on, where there is one. */
  public static PostgresServer postgres() {
    return POSTGRES.orElseThrow();
  }

  /** A database for a Keycloak that has nothing yet. */
  public static KeycloakDatabase.Postgres newDatabase(PostgresServer server, String name) {
    return new KeycloakDatabase.Postgres(
        server.createDatabase(name), server.user(), server.password());
  }

  /** A realm of it, seen by the administrator. */
  public static KeycloakOptions options(String realm) {
    return new KeycloakOptions(
        SERVER.url(),
        realm,
        new AdminCredentials.Administrator(
            SERVER.adminUsername(), new Secret(SERVER.adminPassword())));
  }

  /** A realm of it, seen by one of its clients. */
  public static KeycloakOptions options(String realm, String clientId, String secret) {
    return new KeycloakOptions(
        SERVER.url(),
        realm,
        new AdminCredentials.ServiceAccount(realm, clientId, new Secret(secret)));
  }
}
