package dev.sluice.targets.fusionauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.http.TroubleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the gateway behind a Generic Connector: knows nobody, and remembers who asked. */
final class AskedConnector implements AutoCloseable {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  AskedConnector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(404, -1);
    }
  }

  /** Has the tenant ask here about logins that it does not know. */
  void connect(FusionAuthApi api) throws TroubleException {
    String id =
        api.postOutsideTenant(
                "/api/connector",
                JsonMapper.shared()
                    .readTree(
                        """
                        {"connector":{"name":"Asked","type":"Generic","connectTimeout":1000,
                         "readTimeout":2000,"authenticationURL":"http://127.0.0.1:%d/"}}
                        """
                            .formatted(server.getAddress().getPort())))
            .expectOk()
            .body()
            .path("connector")
            .path("id")
            .asString("");
    api.patch(
            "/api/tenant/" + FakeFusionAuth.TENANT,
            JsonMapper.shared()
                .readTree(
                    """
                    {"tenant":{"connectorPolicies":
                     [{"connectorId":"%s","domains":["*"],"migrate":true}]}}
                    """
                        .formatted(id)))
        .expectOk();
  }

  boolean wasAskedAbout(String login) {
    return asked.stream().anyMatch(question -> question.contains(login));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
