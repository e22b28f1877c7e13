package dev.sluice.keycloak.live;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.servers.keycloak.KeycloakDatabase;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.keycloak.ProviderJar;
import dev.sluice.servers.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The Keycloak with this extension that all tests of a run share; it dies with their JVM. It runs
 * on PostgreSQL where that is installed, as real ones do, and else on a file.
 */
final class LiveKeycloak {
  static final boolean ON_POSTGRES = PostgresServer.isInstalled();

  private static final KeycloakDatabase DATABASE =
      ON_POSTGRES ? postgres() : new KeycloakDatabase.H2File();

  static final KeycloakServer SERVER =
      KeycloakServer.builder(KeycloakDistribution.obtain())
          .providers(ProviderJar.of(ExtensionVersion.class))
          .database(DATABASE)
          .allowingLoginsThatFollowAtOnce()
          .start();

  static final Rest REST = new Rest(SERVER);

  private LiveKeycloak() {}

  /** Keycloak's own tables. */
  static Connection tables() throws SQLException {
    var postgres = (KeycloakDatabase.Postgres) DATABASE;
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private static KeycloakDatabase postgres() {
    var server = PostgresServer.start();
    return new KeycloakDatabase.Postgres(
        server.createDatabase("keycloak"), server.user(), server.password());
  }
}
