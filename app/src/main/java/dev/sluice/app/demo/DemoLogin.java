package dev.sluice.app.demo;

import dev.sluice.app.cli.CommandException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs in at Keycloak's token endpoint, as an application would. */
final class DemoLogin {
  private static final JsonMapper JSON = new JsonMapper();

  private final URI tokenEndpoint;

  DemoLogin(URI keycloak, String realm) {
    this.tokenEndpoint = keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token");
  }

  /**
   * Returns the subject of the login's ID token.
   *
   * @throws CommandException if Keycloak refuses the login
   */
  String subject(String login, String password) throws InterruptedException {
    JsonNode answer = JSON.readTree(post(login, password));
    String token = answer.path("id_token").asString("");
    if (token.isEmpty()) {
      throw new CommandException(
          "Keycloak did not log "
              + login
              + " in: "
              + answer.path("error_description").asString(""));
    }
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return JSON.readTree(new String(claims, StandardCharsets.UTF_8)).path("sub").asString();
  }

  private String post(String login, String password) throws InterruptedException {
    String form =
        "grant_type=password&client_id=admin-cli&scope=openid&username=%s&password=%s"
            .formatted(encoded(login), encoded(password));
    HttpRequest request =
        HttpRequest.newBuilder(tokenEndpoint)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new CommandException(
          "Keycloak does not answer at " + tokenEndpoint + ": " + e.getMessage());
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
