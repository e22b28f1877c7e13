package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks another server about a password, as a Generic Connector does: 200 with a user is yes; any
 * other status, a timeout or a closed connection is no.
 */
public final class GenericConnector implements AutoCloseable {
  private static final int CONNECT_MS = 1_000;
  private static final int READ_MS = 2_000;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofMillis(CONNECT_MS))
          .build();

  /** Returns the user that the connector's address answers with; empty for no. */
  Optional<ObjectNode> ask(ObjectNode connector, ObjectNode login) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(connector.path("authenticationURL").asString("")))
            .timeout(Duration.ofMillis(connector.path("readTimeout").asInt(READ_MS)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(login.toString()));
    authenticate(connector, request);
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return answer.statusCode() == 200 ? user(answer.body()) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static void authenticate(ObjectNode connector, HttpRequest.Builder request) {
    String name = connector.path("httpAuthenticationUsername").asString("");
    if (!name.isEmpty()) {
      String both = name + ":" + connector.path("httpAuthenticationPassword").asString("");
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }
    connector
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asString("")));
  }

  /** Reads a user, who needs an id that is a UUID, and something to log in with. */
  private static Optional<ObjectNode> user(String body) {
    try {
      JsonNode user = JsonMapper.shared().readTree(body).path("user");
      boolean known = user.has("email") || user.has("username") || user.has("phoneNumber");
      return user instanceof ObjectNode object && known && Ids.isId(user.path("id").asString(""))
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
