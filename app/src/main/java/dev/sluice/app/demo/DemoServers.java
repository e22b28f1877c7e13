package dev.sluice.app.demo;

import dev.sluice.app.cli.CommandException;
import dev.sluice.app.wiring.Opened;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Starts the demo's servers on loopback; they close with the demo. */
final class DemoServers {
  private static final Duration GATEWAY_TIMEOUT = Duration.ofMinutes(1);

  private final CommandRunner commands;
  private final DemoPorts ports;
  private final DemoPlace place;
  private final Opened opened;

  DemoServers(CommandRunner commands, DemoPorts ports, DemoPlace place, Opened opened) {
    this.commands = commands;
    this.ports = ports;
    this.place = place;
    this.opened = opened;
  }

  RehearsalPool pool(long users) {
    return opened.add(
        RehearsalPool.start(RehearsalOptions.standard().withUsers(users).withPort(ports.pool())));
  }

  KeycloakServer keycloak() {
    return opened.add(
        KeycloakServer.builder(KeycloakDistribution.obtain())
            .providers(ExtensionJar.locate())
            .port(ports.keycloak())
            .log(place.keycloakLog())
            .start());
  }

  /** Runs {@code sluice serve} in this process and ends with it. */
  URI gateway() throws InterruptedException {
    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said);
    Thread serving =
        Thread.ofPlatform()
            .daemon()
            .name("serve")
            .start(() ->
                commands.run(printer, printer, "serve", "--config", place.config().toString()));
    URI gateway = URI.create("http://127.0.0.1:" + ports.gateway());
    Instant latest = Instant.now().plus(GATEWAY_TIMEOUT);
    while (!answers(gateway.resolve("/actuator/health"))) {
      if (!serving.isAlive() || Instant.now().isAfter(latest)) {
        throw new CommandException("The gateway did not start: " + said.toString().strip());
      }
      Thread.sleep(100);
    }
    return gateway;
  }

  private static boolean answers(URI uri) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
