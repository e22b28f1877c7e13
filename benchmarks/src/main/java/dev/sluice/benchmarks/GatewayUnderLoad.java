package dev.sluice.benchmarks;

import dev.sluice.app.config.SluiceYamlWriter;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.servers.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code sluice serve} in a process of its own, with no more heap than its launcher gives it. */
final class GatewayUnderLoad implements AutoCloseable {
  private static final String TOKEN = "made-up-token-of-the-benchmark-0123456789";

  private final Process process;
  private final URI url;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private GatewayUnderLoad(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it. First logins of users who are in the ledger need no target, so there is none.
   *
   * @param quotas what the pool grants, where it is not AWS's default
   */
  static GatewayUnderLoad of(
      Path directory, RehearsalPool pool, Map<String, Integer> quotas, String ledger)
      throws IOException, InterruptedException {
    int port = FreePort.find();
    Path config = directory.resolve("sluice.yaml");
    new SluiceYamlWriter(pool.userPoolId(), pool.endpoint(), pool.clientId())
        .cognito("region", pool.region())
        .cognito("app-client-secret", pool.clientSecret())
        .cognito("quotas", quotas)
        .target(
            "keycloak",
            Map.of(
                "url", "http://127.0.0.1:9",
                "realm", "none",
                "admin-username", "nobody",
                "admin-password", "made-up"))
        .mode("hybrid")
        .ledger(ledger)
        .gateway(port, TOKEN)
        .write(config);
    Path log = directory.resolve("serve.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sluice.app.Sluice",
                "serve",
                "--config",
                config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    GatewayUnderLoad gateway =
        new GatewayUnderLoad(process, URI.create("http://127.0.0.1:" + port));
    gateway.awaitHealth(log);
    return gateway;
  }

  private void awaitHealth(Path log) throws IOException, InterruptedException {
    HttpRequest health = HttpRequest.newBuilder(url.resolve("/actuator/health")).build();
    while (true) {
      if (!process.isAlive()) {
        throw new IllegalStateException("sluice serve ended: " + Files.readString(log));
      }
      try {
        http.send(health, HttpResponse.BodyHandlers.discarding());
        return;
      } catch (IOException notYet) {
        Thread.sleep(Duration.ofMillis(100));
      }
    }
  }

  /**
   * An answer to a login.
   *
   * @param retryAfter in seconds; 0 if the user is in
   */
  record Answer(boolean letIn, long retryAfter, Duration time) {}

  /** Asks as Keycloak does about a user it has; the password is right. */
  CompletableFuture<Answer> login(MadeUser user) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("login", user.username()).put("userId", user.sub()).put("password", user.password());
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/v1/first-login"))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    long begun = System.nanoTime();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(answer -> {
          Duration time = Duration.ofNanos(System.nanoTime() - begun);
          boolean letIn = answer.statusCode() == 200 && answer.body().contains("\"proven\"");
          if (!letIn && answer.statusCode() != 503) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
          }
          return new Answer(
              letIn, letIn ? 0 : answer.headers().firstValueAsLong("Retry-After").orElse(5), time);
        });
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    http.close();
  }
}
