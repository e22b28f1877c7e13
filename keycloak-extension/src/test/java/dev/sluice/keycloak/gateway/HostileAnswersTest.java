package dev.sluice.keycloak.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.keycloak.settings.GatewaySettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands at the gateway's address may answer anything. */
class HostileAnswersTest {
  private static final LoginQuestion QUESTION =
      new LoginQuestion(
          "una", Optional.of("u-1"), "Old-Passw0rd", Optional.empty(), Optional.empty());

  private final HttpServer server = start();
  private final GatewaySettings settings =
      new GatewaySettings(
          URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
          "token-of-a-test",
          Duration.ofSeconds(20));

  private static HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 500, 503})
  void an_endless_answer_is_not_kept_and_is_no_verdict(int status) {
    server.createContext("/", exchange -> endless(exchange, status));

    Verdict verdict = new GatewayClient().firstLogin(settings, QUESTION);

    assertThat(verdict)
        .isEqualTo(new Verdict.None("the gateway's answer is too long to be one", 5));
  }

  @Test
  void nor_is_an_endless_answer_to_any_other_question() {
    server.createContext("/", exchange -> endless(exchange, 200));
    var client = new GatewayClient();

    assertThat(client.secondFactor(settings, "u-1")).isEqualTo(OldFactor.UNKNOWN);
    assertThat(client.availability(settings, "una")).isEqualTo(LoginAvailability.NOT_KNOWN);
    assertThat(client.settled(settings, "u-1", "PASSWORD")).isEqualTo(Receipt.NOT_NOW);
  }

  @Test
  void an_answer_of_a_thousand_levels_is_no_verdict() {
    String deep = "[".repeat(1_000) + "]".repeat(1_000);
    byte[] body =
        ("{\"verdict\":\"proven\",\"more\":" + deep + "}").getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });

    Verdict verdict = new GatewayClient().firstLogin(settings, QUESTION);

    assertThat(verdict).isInstanceOf(Verdict.None.class);
    assertThat(((Verdict.None) verdict).reason()).contains("unreadable");
  }

  private static void endless(HttpExchange exchange, int status) throws IOException {
    byte[] part = " ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, 0);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 1_000; i++) {
        out.write(part);
      }
    } catch (IOException e) {
      // The client has heard enough.
      assertThat(e).isNotNull();
    }
  }
}
