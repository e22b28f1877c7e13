package dev.sluice.scenarios;

import dev.sluice.servers.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of several processes that serve on one ledger, as the machines behind a balancer do. */
final class ServingProcess implements AutoCloseable {
  private final URI address;
  private final SluiceProcess process;

  private ServingProcess(URI address, SluiceProcess process) {
    this.address = address;
    this.process = process;
  }

  /** Starts one with the migration's settings and a port of its own. */
  static ServingProcess start(Migration migration, String name, int requestsPerSecond) {
    int port = FreePort.find();
    Path place = migration.directory().resolve(name);
    try {
      Files.createDirectory(place);
      String yaml = Files.readString(migration.directory().resolve("sluice.yaml"));
      Files.writeString(
          place.resolve("sluice.yaml"),
          yaml.replaceAll("  port: \\d+", "  port: " + port)
                  .replaceAll(
                      "requests-per-second: \\d+", "requests-per-second: " + requestsPerSecond)
              + "replicas:\n  heartbeat: 1s\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ServingProcess(
        URI.create("http://127.0.0.1:" + port), SluiceProcess.start(place, "serve"));
  }

  void awaitHealth() throws InterruptedException {
    GatewayHealth.await(address, process);
  }

  /** Whether this is the process that a report names. */
  boolean is(String named) {
    return process.pids().anyMatch(pid -> named.endsWith("process " + pid));
  }

  boolean isRunning() {
    return process.isRunning();
  }

  void kill() {
    process.kill();
  }

  HttpResponse<String> post(String path, String body) {
    return Http.send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + Migration.TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public void close() {
    process.close();
  }
}
