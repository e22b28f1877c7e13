package dev.sluice.app.demo;

import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
    String yaml =
        """
        source:
          cognito:
            user-pool-id: %s
            region: %s
            endpoint: %s
            app-client-id: %s
            app-client-secret: "%s"
            requests-per-second: 30
        target:
          keycloak:
            url: %s
            realm: %s
            admin-username: %s
            admin-password: "%s"
        mode: hybrid
        mapping:
          attributes:
            custom:plan: plan
        ledger:
          url: jdbc:sqlite:%s
        gateway:
          port: %d
          url: http://127.0.0.1:%d
          token: %s
        """
            .formatted(
                pool.userPoolId(),
                pool.region(),
                pool.endpoint(),
                pool.clientId(),
                pool.clientSecret(),
                keycloak.url(),
                REALM,
                keycloak.adminUsername(),
                keycloak.adminPassword(),
                directory.resolve("ledger.db"),
                ports.gateway(),
                ports.gateway(),
                UUID.randomUUID());
    try {
      Files.writeString(config(), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
