package dev.sluice.benchmarks;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.servers.keycloak.KeycloakDatabase;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.postgres.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** A Keycloak with our extension on a PostgreSQL that waits for the disk. */
record ImportRig(PostgresServer postgres, KeycloakServer keycloak) implements AutoCloseable {
  static final String DATABASE = "keycloak";

  private static final URI NEVER_ASKED = URI.create("http://127.0.0.1:9");

  static ImportRig start() {
    PostgresServer postgres = PostgresServer.startDurable();
    try {
      return new ImportRig(postgres, keycloak(postgres));
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  private static KeycloakServer keycloak(PostgresServer postgres) {
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

  /** Opens a realm as {@code sluice bulk} does and prepares it as {@code sluice provision} does. */
  Target realm(String name) {
    return realm(name, 2);
  }

  /** Opens a realm as {@link #realm(String)} does, with this many batches at once. */
  Target realm(String name, int batchesAtOnce) {
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
                    keycloak.adminPassword(),
                    "batches-at-once",
                    String.valueOf(batchesAtOnce)));
    target
        .provision(
            new ProvisionRequest(
                MigrationMode.HYBRID,
                NEVER_ASKED,
                new Secret("made-up-token-of-the-benchmark-012345"),
                List.of("locale", "plan", "tenant"),
                ImportedUser.GROUPS,
                true,
                PoolInventories.plain(),
                NamesAtTarget.unchanged()))
        .forEach(ProvisionStep::apply);
    return target;
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
