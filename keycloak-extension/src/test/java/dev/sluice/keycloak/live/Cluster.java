package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.harness.Eventually;
import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.servers.keycloak.KeycloakDatabase;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakOptions;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.keycloak.ProviderJar;
import dev.sluice.servers.mariadb.MariaDbServer;
import dev.sluice.servers.postgres.PostgresServer;

/** Two nodes of one Keycloak, with one database between them. */
record Cluster(Runnable databaseEnd, KeycloakServer one, KeycloakServer other)
    implements AutoCloseable {

  static Cluster start() {
    var postgres = PostgresServer.start();
    return start(
        new KeycloakDatabase.Postgres(
            postgres.createDatabase("keycloak"), postgres.user(), postgres.password()),
        postgres::close);
  }

  /** Starts both on this database of a MariaDB, which the caller closes. */
  static Cluster on(MariaDbServer mariaDb, String database) {
    return start(
        new KeycloakDatabase.MariaDb(mariaDb.jdbcUrl(database), mariaDb.user(), mariaDb.password()),
        () -> {});
  }

  private static Cluster start(KeycloakDatabase database, Runnable databaseEnd) {
    // The first makes the tables and the administrator.
    var one = node(database).admin("admin", "made-up-4-loopback").start();
    var other = node(database).admin(one.adminUsername(), one.adminPassword()).start();
    awaitBoth(one);
    awaitBoth(other);
    return new Cluster(databaseEnd, one, other);
  }

  /** Until a node knows the other, its caches wait up to 15 s for an answer. */
  private static void awaitBoth(KeycloakServer node) {
    try {
      Eventually.holds(() -> assertThat(node.log()).content().contains("(2) ["));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while two nodes were finding each other", e);
    }
  }

  private static KeycloakOptions.Builder node(KeycloakDatabase database) {
    return KeycloakServer.builder(KeycloakDistribution.obtain())
        .providers(ProviderJar.of(ExtensionVersion.class))
        .database(database)
        .clustered();
  }

  @Override
  public void close() {
    other.close();
    one.close();
    databaseEnd.run();
  }
}
