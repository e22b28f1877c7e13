package dev.sluice.servers.keycloak;

import dev.sluice.servers.ChildProcess;
import dev.sluice.servers.FreePort;
import dev.sluice.servers.Launch;
import dev.sluice.servers.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running Keycloak on 127.0.0.1, ready to answer from the moment it is returned. */
public final class KeycloakServer implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

  private final ChildProcess process;
  private final KeycloakOptions options;
  private final int port;
  private final Path log;

  private KeycloakServer(ChildProcess process, KeycloakOptions options, int port, Path log) {
    this.process = process;
    this.options = options;
    this.port = port;
    this.log = log;
  }

  /** Returns a builder for a server; every option has a default. */
  public static KeycloakOptions.Builder builder(KeycloakDistribution distribution) {
    return new KeycloakOptions.Builder(distribution);
  }

  /** Builds it if needed, starts it and blocks until it answers. */
  static KeycloakServer start(KeycloakOptions options) {
    int port = options.port().orElseGet(FreePort::find);
    try {
      Path scratch = Files.createTempDirectory("sluice-keycloak-");
      Path home = scratch.resolve("home");
      KeycloakBuild build =
          options.distribution().build(options.providerJars(), options.database().buildOptions());
      build.layOut(home, options.dataDirectory().orElse(home.resolve("data")).toAbsolutePath());
      Path log = options.log().orElse(scratch.resolve("keycloak.log")).toAbsolutePath();
      Files.createDirectories(log.getParent());
      if (options.imported().isPresent()) {
        KeycloakImport.run(options.imported().get(), home, environment(options));
      }
      var process = ChildProcess.start(launch(options, port, home, log, scratch));
      return new KeycloakServer(process, options, port, log).awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lay out a Keycloak", e);
    }
  }

  private static Launch launch(
      KeycloakOptions options, int port, Path home, Path log, Path scratch) {
    var command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString(), "start"));
    command.addAll(
        List.of(
            "--optimized",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--http-management-host=127.0.0.1",
            "--hostname-strict=false"));
    command.addAll(options.clustered() ? KeycloakCluster.options() : List.of("--cache=local"));
    return new Launch(command, environment(options), home, log, "TERM", Optional.of(scratch));
  }

  private static Map<String, String> environment(KeycloakOptions options) {
    var environment = new HashMap<>(options.environment());
    environment.putAll(options.database().environment());
    environment.putAll(options.distribution().environment());
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx" + options.heapMegabytes() + "m");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", options.adminUsername());
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", options.adminPassword());
    return environment;
  }

  private KeycloakServer awaitReady() {
    // "Listening" is logged seconds before requests are answered.
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      process.awaitReady(() -> answers(http), START_TIMEOUT);
      return this;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private boolean answers(HttpClient http) {
    var request =
        HttpRequest.newBuilder(url().resolve("/realms/master")).timeout(Duration.ofSeconds(5));
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("Interrupted while Keycloak started", e);
    }
  }

  /** Returns its address, without a path. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns the administrator of the master realm. */
  public String adminUsername() {
    return options.adminUsername();
  }

  /** Returns that administrator's password. */
  public String adminPassword() {
    return options.adminPassword();
  }

  /** Returns its log; gone after {@link #close} unless a place was given. */
  public Path log() {
    return log;
  }

  /**
   * Stops it and blocks until it has ended; removes its data too, unless a place was given for it.
   */
  @Override
  public void close() {
    process.close();
  }
}
