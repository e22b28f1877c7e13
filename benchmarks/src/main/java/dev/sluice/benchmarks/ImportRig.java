package dev.sluice.benchmarks;

import dev.sluice.migration.Secret;
import dev.sluice.migration.Way;
import dev.sluice.migration.target.ProvisionRequest;
import dev.sluice.migration.target.ProvisionStep;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.TargetFactory;
import dev.sluice.servers.KeycloakDatabase;
import dev.sluice.servers.KeycloakDistribution;
import dev.sluice.servers.KeycloakServer;
import dev.sluice.servers.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** A Keycloak with our extension on a PostgreSQL that waits for the disk. */
record ImportRig(PostgresServer postgres, KeycloakServer keycloak) implements AutoCloseable {
  static final String DATABASE = "keycloak";

  static ImportRig start() {
    PostgresServer postgres = PostgresServer.startDurable();
    try {
      return new ImportRig(postgres, keycloak(postgres));
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  static KeycloakServer keycloak(PostgresServer postgres) {
    return KeycloakServer.builder(KeycloakDistribution.obtain())
        .providers(
            Path.of(
                System.getProperty("sluice.home", "."),
                "keycloak-extension/target/sluice-keycloak-extension-0.1.0.jar"))
        .database(
            new KeycloakDatabase.Postgres(
                postgres.createDatabase(DATABASE), postgres.user(), postgres.password()))
        .heapMegabytes(1024)
        .start();
  }

  /**
   * Opens a realm as {@code sluice bulk} does, and makes it ready as {@code sluice provision} does.
   */
  Target realm(String name, Way way, URI gateway, String token) {
    Target target =
        ServiceLoader.load(TargetFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(factory -> factory.name().equals("keycloak"))
            .findFirst()
            .orElseThrow()
            .open(
                Map.of(
                    "url",
                    keycloak.url().toString(),
                    "realm",
                    name,
                    "admin-username",
                    keycloak.adminUsername(),
                    "admin-password",
                    keycloak.adminPassword()));
    target
        .provision(
            new ProvisionRequest(
                way,
                gateway,
                new Secret(token),
                List.of("locale", "plan", "tenant"),
                ImportedUser.GROUPS,
                true))
        .forEach(ProvisionStep::apply);
    return target;
  }

  /** As {@link #realm(String, Way, URI, String)}, with a gateway that is never asked. */
  Target realm(String name) {
    return realm(
        name,
        Way.HYBRID,
        URI.create("http://127.0.0.1:9"),
        "made-up-token-of-the-benchmark-012345");
  }

  PostUsersLoop loop() {
    return new PostUsersLoop(keycloak.url(), keycloak.adminUsername(), keycloak.adminPassword());
  }

  @Override
  public void close() {
    keycloak.close();
    postgres.close();
  }
}
