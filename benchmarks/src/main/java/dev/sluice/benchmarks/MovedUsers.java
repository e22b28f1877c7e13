package dev.sluice.benchmarks;

import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Imported users that have a password in Keycloak and log in with it. */
final class MovedUsers {
  private static final String PASSWORD = "Made-up-Passw0rd";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final KeycloakServer keycloak;
  private final String realm;
  private final String series;
  private final int users;

  /** Sets a password for the first users of the series, which are in the realm. */
  MovedUsers(KeycloakServer keycloak, String realm, String series, int users)
      throws IOException, InterruptedException {
    this.keycloak = keycloak;
    this.realm = realm;
    this.series = series;
    this.users = users;
    String token = token("master", "admin-cli", keycloak.adminUsername(), keycloak.adminPassword());
    admin(
        token,
        "POST",
        "/clients",
        Map.of("clientId", "app", "publicClient", true, "directAccessGrantsEnabled", true));
    for (int number = 0; number < users; number++) {
      String user = "/users/" + new ImportedUser(series, number).planned().id();
      admin(
          token,
          "PUT",
          user + "/reset-password",
          Map.of("type", "password", "value", PASSWORD, "temporary", false));
      // No gateway reports here that they have no second factor, so Keycloak asks for one.
      admin(token, "PUT", user, Map.of("requiredActions", List.of()));
    }
  }

  /**
   * Logs them in, each starting after the previous one, and returns the milliseconds that each
   * took.
   */
  double[] login(Duration lasting, int aSecond) throws InterruptedException {
    int logins = (int) (lasting.toSeconds() * aSecond);
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Double>> all =
          IntStream.range(0, logins)
              .mapToObj(login ->
                  threads.submit(() -> one(login, begun + login * 1_000_000_000L / aSecond)))
              .toList();
      double[] millis = new double[logins];
      for (int i = 0; i < logins; i++) {
        millis[i] = all.get(i).get();
      }
      return millis;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A login failed.", failed);
    }
  }

  private double one(int login, long due) throws IOException, InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
    long begun = System.nanoTime();
    token(realm, "app", new ImportedUser(series, login % users).name(), PASSWORD);
    return (System.nanoTime() - begun) / 1e6;
  }

  private String token(String inRealm, String clientId, String username, String password)
      throws IOException, InterruptedException {
    String form =
        "grant_type=password&client_id=%s&username=%s&password=%s"
            .formatted(clientId, username, password);
    return JsonMapper.shared()
        .readTree(
            send(
                HttpRequest.newBuilder(
                        keycloak
                            .url()
                            .resolve("/realms/" + inRealm + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))))
        .path("access_token")
        .asString();
  }

  private void admin(String token, String method, String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(keycloak.url().resolve("/admin/realms/" + realm + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "Keycloak answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
