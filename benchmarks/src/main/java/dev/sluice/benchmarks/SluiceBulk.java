package dev.sluice.benchmarks;

import dev.sluice.app.config.SluiceYamlWriter;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.servers.FreePort;
import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs {@code sluice provision}, {@code sluice bulk} and {@code sluice serve} as an operator does,
 * each in its own process.
 */
final class SluiceBulk {
  static final int HEAP_MEGABYTES = 256;

  private final Path directory;
  private final KeycloakServer keycloak;
  private final int gatewayPort = FreePort.find();

  SluiceBulk(Path directory, KeycloakServer keycloak) {
    this.directory = directory;
    this.keycloak = keycloak;
  }

  /**
   * The result of a run.
   *
   * @param written users that the target has now; those it refused are not counted
   * @param time from the start of the process to its end
   * @param ledgerBytes the size of its ledger's file afterwards
   */
  record Moved(long written, Duration time, long ledgerBytes) {}

  /** Moves a pool into its own realm. */
  Moved move(String realm, RehearsalPool pool) throws IOException, InterruptedException {
    Path config = directory.resolve(realm + ".yaml");
    configuration(realm, pool).write(config);
    run("provision", config);
    Instant begun = Instant.now();
    String report = run("bulk", config);
    Duration time = Duration.between(begun, Instant.now());
    return new Moved(
        new JsonMapper().readTree(report).path("written").asLong(),
        time,
        Files.size(ledger(realm)));
  }

  /** Starts the gateway for a realm after the move; it answers once this returns. */
  Process serve(String realm) throws IOException, InterruptedException {
    Process serving =
        process("serve", directory.resolve(realm + ".yaml"))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("serve-" + realm + ".log").toFile())
            .start();
    URI health = URI.create("http://127.0.0.1:" + gatewayPort + "/actuator/health");
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!isUp(client, health)) {
        if (!serving.isAlive()) {
          throw new IllegalStateException(
              "sluice serve ended: "
                  + Files.readString(directory.resolve("serve-" + realm + ".log")));
        }
        Thread.sleep(Duration.ofMillis(100));
      }
    }
    return serving;
  }

  private static boolean isUp(HttpClient client, URI health) throws InterruptedException {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Path ledger(String realm) {
    return directory.resolve(realm + ".db");
  }

  private String run(String command, Path config) throws IOException, InterruptedException {
    Path said = directory.resolve(command + "-" + config.getFileName() + ".log");
    Process process =
        process(command, config, "--execute", "--json")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said.toFile())
            .start();
    int code = process.waitFor();
    if (code != 0 && code != 3) {
      throw new IllegalStateException(
          "sluice " + command + " ended with exit code " + code + ": " + Files.readString(said));
    }
    return Files.readString(said);
  }

  private static ProcessBuilder process(String command, Path config, String... options) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sluice.app.Sluice",
                command,
                "--config",
                config.toString()));
    line.addAll(List.of(options));
    return new ProcessBuilder(line);
  }

  private SluiceYamlWriter configuration(String realm, RehearsalPool pool) {
    return new SluiceYamlWriter(pool.userPoolId(), pool.endpoint(), pool.clientId())
        .cognito("region", pool.region())
        .cognito("app-client-secret", pool.clientSecret())
        .cognito("requests-per-second", 10_000)
        .target(
            "keycloak",
            Map.of(
                "url", keycloak.url().toString(),
                "realm", realm,
                "admin-username", keycloak.adminUsername(),
                "admin-password", keycloak.adminPassword()))
        .mode("hybrid")
        .ledger("jdbc:sqlite:" + ledger(realm))
        .gateway(gatewayPort, "made-up-token-of-the-benchmark-0123456789");
  }
}
