package dev.sluice.scenarios;

import dev.sluice.servers.keycloak.KeycloakDatabase;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The servers that all scenarios share: one PostgreSQL, and one Keycloak on it with the extension.
 * Each scenario has a realm and a ledger of its own.
 */
final class Place {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Place ONLY = new Place();

  private final PostgresServer postgres;
  private final KeycloakServer keycloak;

  private Place() {
    postgres = PostgresServer.start();
    keycloak =
        keycloakOn(
            new KeycloakDatabase.Postgres(
                postgres.createDatabase("keycloak"), postgres.user(), postgres.password()));
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  static Place shared() {
    return ONLY;
  }

  /** Starts another Keycloak with the extension. */
  static KeycloakServer keycloakOn(KeycloakDatabase database) {
    return KeycloakServer.builder(KeycloakDistribution.obtain())
        .providers(extensionJar())
        .database(database)
        .heapMegabytes(768)
        .start();
  }

  PostgresServer postgres() {
    return postgres;
  }

  KeycloakServer keycloak() {
    return keycloak;
  }

  KeycloakAdmin admin() {
    return KeycloakAdmin.of(keycloak);
  }

  /** A name that no other scenario of this run has. */
  static String freshName(String stem) {
    return stem + NUMBER.incrementAndGet();
  }

  private void close() {
    keycloak.close();
    postgres.close();
  }

  private static Path extensionJar() {
    Path jar =
        Path.of(
            System.getProperty("sluice.root"),
            "keycloak-extension",
            "target",
            "sluice-keycloak-extension-0.1.0.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          jar + " is not there: run the scenarios with mvn verify, which packs it first.");
    }
    return jar;
  }
}
