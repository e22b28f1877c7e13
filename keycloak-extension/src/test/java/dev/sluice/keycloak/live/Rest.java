package dev.sluice.keycloak.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Keycloak's REST interfaces, as an administrator and as anybody. */
final class Rest {
  static final ObjectMapper JSON = new ObjectMapper();

  /** An answer; the body is a JSON null when it is not JSON. */
  record Reply(int status, JsonNode body, String text, HttpResponse<String> raw) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final String user;
  private final String password;

  Rest(KeycloakServer keycloak) {
    server = keycloak.url();
    user = keycloak.adminUsername();
    password = keycloak.adminPassword();
  }

  Reply get(String path) {
    return admin("GET", path, "");
  }

  Reply post(String path, Object body) {
    return admin("POST", path, body);
  }

  Reply put(String path, Object body) {
    return admin("PUT", path, body);
  }

  Reply delete(String path) {
    return admin("DELETE", path, "");
  }

  /** With somebody's own access token. */
  Reply getAs(String token, String path) {
    return send(
        HttpRequest.newBuilder(server.resolve("/admin/realms" + path))
            .header("Authorization", "Bearer " + token));
  }

  /** Sends somebody's own change to the account's interface. */
  Reply postAs(String token, String path, Object body) {
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  /** What somebody's own account page reads. */
  Reply account(String realm, String token, String path) {
    return send(
        HttpRequest.newBuilder(server.resolve("/realms/" + realm + "/account" + path))
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + token));
  }

  private Reply admin(String method, String path, Object body) {
    String text = body instanceof String s ? s : JSON.valueToTree(body).toString();
    return send(
        HttpRequest.newBuilder(server.resolve("/admin/realms" + path))
            .header("Authorization", "Bearer " + adminToken())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(text)));
  }

  private String adminToken() {
    Reply reply =
        form(
            "/realms/master/protocol/openid-connect/token",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                user,
                "password",
                password));
    return reply.body().path("access_token").asText();
  }

  /** A form that anybody may post. */
  Reply form(String path, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", "test-agent/9")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), json(answer.body()), answer.body(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) throws IOException {
    return text.startsWith("{") || text.startsWith("[")
        ? JSON.readTree(text)
        : NullNode.getInstance();
  }
}
