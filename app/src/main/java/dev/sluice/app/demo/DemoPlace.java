package dev.sluice.app.demo;

import dev.sluice.app.config.SluiceYamlWriter;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The directory that a demo works in, removed at its end. */
final class DemoPlace implements AutoCloseable {
  /** The realm that the demo moves people into. */
  static final String REALM = "customers";

  private final Path directory;

  DemoPlace() {
    try {
      directory = Files.createTempDirectory("sluice-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path config() {
    return directory.resolve("sluice.yaml");
  }

  Path keycloakLog() {
    return directory.resolve("keycloak.log");
  }

  /** Writes the sluice.yaml that an owner would have written. */
  void writeConfig(RehearsalPool pool, KeycloakServer keycloak, DemoPorts ports) {
    new SluiceYamlWriter(pool.userPoolId(), pool.endpoint(), pool.clientId())
        .cognito("region", pool.region())
        .cognito("app-client-secret", pool.clientSecret())
        .cognito("requests-per-second", 30)
        .target(
            "keycloak",
            Map.of(
                "url", keycloak.url().toString(),
                "realm", REALM,
                "admin-username", keycloak.adminUsername(),
                "admin-password", keycloak.adminPassword()))
        .mode("hybrid")
        .mapping("attributes", Map.of("custom:plan", "plan"))
        .ledger("jdbc:sqlite:" + directory.resolve("ledger.db"))
        .gateway(ports.gateway(), UUID.randomUUID().toString())
        .write(config());
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
