package dev.sluice.benchmarks;

import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Migrates as people do without Sluice: {@code POST /admin/realms/…/users} for one user after the
 * other, over a few connections. It keeps no ids.
 */
final class PostUsersLoop {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI keycloak;
  private final String username;
  private final String password;

  PostUsersLoop(URI keycloak, String username, String password) {
    this.keycloak = keycloak;
    this.username = username;
    this.password = password;
  }

  /** Creates these users of a pool with few of their data. */
  Duration create(String realm, List<MadeUser> users, int connections) throws InterruptedException {
    return createAs(
        realm,
        IntStream.range(0, users.size())
            .mapToObj(index -> representation(users.get(index), index))
            .toList(),
        connections);
  }

  /**
   * Creates users in a realm, each in the format of Keycloak's API, and returns how long that took.
   */
  Duration createAs(String realm, List<String> users, int connections) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Instant begun = Instant.now();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<? extends Future<?>> workers =
          IntStream.range(0, connections)
              .mapToObj(worker -> threads.submit(() -> work(realm, users, next)))
              .toList();
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A worker of the loop failed.", failed);
    }
    return Duration.between(begun, Instant.now());
  }

  /** Creates an empty realm that accepts users with any attributes. */
  void createRealm(String realm) {
    expect(
        201,
        post(
            "/admin/realms",
            token(),
            JSON.writeValueAsString(Map.of("realm", realm, "enabled", true))));
  }

  private void work(String realm, List<String> users, AtomicInteger next) {
    String token = token();
    for (int i = next.getAndIncrement(); i < users.size(); i = next.getAndIncrement()) {
      if (i % 5_000 < 8) {
        token = token();
      }
      expect(201, post("/admin/realms/" + realm + "/users", token, users.get(i)));
    }
  }

  private static String representation(MadeUser user, int index) {
    return JSON.writeValueAsString(
        Map.of(
            "username",
            "user" + index,
            "email",
            "user" + index + "@example.org",
            "enabled",
            user.enabled(),
            "firstName",
            "Made",
            "lastName",
            "Up",
            "attributes",
            Map.of("locale", List.of("da"))));
  }

  private static void expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          "Keycloak answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  private HttpResponse<String> post(String path, String token, String body) {
    return send(
        HttpRequest.newBuilder(keycloak.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String token() {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=admin-cli&username="
                            + URLEncoder.encode(username, StandardCharsets.UTF_8)
                            + "&password="
                            + URLEncoder.encode(password, StandardCharsets.UTF_8))));
    expect(200, answer);
    return JSON.readTree(answer.body()).path("access_token").asString();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("Keycloak did not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
