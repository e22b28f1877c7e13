package dev.sluice.benchmarks;

import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Tries passwords at a realm's token endpoint, and sets passwords as an administrator. */
final class WrongPasswords {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final KeycloakServer keycloak;
  private final String realm;

  WrongPasswords(KeycloakServer keycloak, String realm) {
    this.keycloak = keycloak;
    this.realm = realm;
  }

  /** Tries a wrong password and returns the milliseconds until its refusal. */
  double refused(String login) throws IOException, InterruptedException {
    HttpRequest request = grant(realm, login, "not-the-Passw0rd");
    long begun = System.nanoTime();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    double millis = (System.nanoTime() - begun) / 1e6;
    if (answer.statusCode() != 400 || !answer.body().contains("Invalid user credentials")) {
      throw new IllegalStateException(
          "No refusal for " + login + ": " + answer.statusCode() + " " + answer.body());
    }
    return millis;
  }

  /** Sets a password as an administrator does, after which the user has moved. */
  void moveByNewPassword(String id) throws IOException, InterruptedException {
    HttpResponse<String> admin =
        client.send(
            grant("master", keycloak.adminUsername(), keycloak.adminPassword()),
            HttpResponse.BodyHandlers.ofString());
    String token = JsonMapper.shared().readTree(admin.body()).path("access_token").asString("");
    HttpResponse<String> set =
        client.send(
            HttpRequest.newBuilder(
                    at("/admin/realms/" + realm + "/users/" + id + "/reset-password"))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"type\":\"password\",\"value\":\"Made-up-Passw0rd\",\"temporary\":false}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (set.statusCode() != 204) {
      throw new IllegalStateException("Keycloak answered " + set.statusCode() + ": " + set.body());
    }
  }

  private HttpRequest grant(String inRealm, String login, String password) {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(encoded(login), encoded(password));
    return HttpRequest.newBuilder(at("/realms/" + inRealm + "/protocol/openid-connect/token"))
        .timeout(Duration.ofMinutes(1))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private URI at(String path) {
    return keycloak.url().resolve(path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
