package dev.sluice.scenarios;

import dev.sluice.servers.keycloak.KeycloakServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator of a real Keycloak, as scenarios need one to look around. */
final class KeycloakAdmin {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 500;

  private final URI keycloak;
  private final String username;
  private final String password;

  KeycloakAdmin(URI keycloak, String username, String password) {
    this.keycloak = keycloak;
    this.username = username;
    this.password = password;
  }

  static KeycloakAdmin of(KeycloakServer server) {
    return new KeycloakAdmin(server.url(), server.adminUsername(), server.adminPassword());
  }

  /** The ids of all users of a realm, as often as Keycloak has them. */
  List<String> userIds(String realm) {
    List<String> ids = new ArrayList<>();
    JsonNode page;
    do {
      page =
          get(
              "/admin/realms/%s/users?briefRepresentation=true&first=%d&max=%d"
                  .formatted(realm, ids.size(), PAGE));
      StreamSupport.stream(page.spliterator(), false)
          .forEach(user -> ids.add(user.path("id").asString()));
    } while (page.size() == PAGE);
    return ids;
  }

  JsonNode user(String realm, String id) {
    return get("/admin/realms/" + realm + "/users/" + id + "?userProfileMetadata=false");
  }

  List<String> groupPaths(String realm, String id) {
    return StreamSupport.stream(
            get("/admin/realms/" + realm + "/users/" + id + "/groups").spliterator(), false)
        .map(group -> group.path("path").asString())
        .sorted()
        .toList();
  }

  /** Adds an identity provider when there is none of this alias: only then its links are told. */
  void addProvider(String realm, String alias) {
    String body =
        JSON.writeValueAsString(
            Map.of(
                "alias",
                alias,
                "providerId",
                "oidc",
                "config",
                Map.of(
                    "authorizationUrl", "https://idp.example.com/auth",
                    "tokenUrl", "https://idp.example.com/token",
                    "clientId", "sluice",
                    "clientSecret", "made-up")));
    int status =
        Http.send(
                authorized("/admin/realms/" + realm + "/identity-provider/instances")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)))
            .statusCode();
    if (status != 201 && status != 409) {
      throw new AssertionError("Adding the provider " + alias + " answered " + status);
    }
  }

  /** The accounts at other providers that let a user in, each as {@code alias:id}. */
  List<String> links(String realm, String id) {
    return StreamSupport.stream(
            get("/admin/realms/" + realm + "/users/" + id + "/federated-identity").spliterator(),
            false)
        .map(
            link -> link.path("identityProvider").asString() + ":" + link.path("userId").asString())
        .toList();
  }

  /** Sets a password as an administrator does. */
  int resetPassword(String realm, String id, String newPassword) {
    String body =
        JSON.writeValueAsString(
            Map.of("type", "password", "value", newPassword, "temporary", false));
    return Http.send(
            authorized("/admin/realms/" + realm + "/users/" + id + "/reset-password")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  /** Writes a user as {@link #user} gave it, with changes. */
  int update(String realm, JsonNode user) {
    return Http.send(
            authorized("/admin/realms/" + realm + "/users/" + user.path("id").asString())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(user.toString())))
        .statusCode();
  }

  /** Takes a user out of a group. */
  int leave(String realm, String id, String path) {
    String group =
        get("/admin/realms/" + realm + "/users/" + id + "/groups")
            .valueStream()
            .filter(each -> each.path("path").asString().equals(path))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    return Http.send(
            authorized("/admin/realms/" + realm + "/users/" + id + "/groups/" + group).DELETE())
        .statusCode();
  }

  /** Takes a user's account at another provider away. */
  int unlink(String realm, String id, String alias) {
    return Http.send(
            authorized("/admin/realms/" + realm + "/users/" + id + "/federated-identity/" + alias)
                .DELETE())
        .statusCode();
  }

  /** Takes everybody away from Sluice's component, as the button "unlink users" does. */
  int unlinkEverybody(String realm) {
    String component =
        get("/admin/realms/" + realm + "/components?type=org.keycloak.storage.UserStorageProvider")
            .path(0)
            .path("id")
            .asString();
    return Http.send(
            authorized("/admin/realms/" + realm + "/user-storage/" + component + "/unlink-users")
                .POST(HttpRequest.BodyPublishers.noBody()))
        .statusCode();
  }

  /** Shows the realm's form for signing up. */
  void acceptSignUps(String realm) {
    change(realm, "{\"registrationAllowed\":true}");
  }

  /** Lets one user log in several times at once; else Keycloak turns away all but the first. */
  void acceptLoginsAtOnce(String realm) {
    change(realm, "{\"bruteForceProtected\":false}");
  }

  private void change(String realm, String json) {
    int status =
        Http.send(
                authorized("/admin/realms/" + realm)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(json)))
            .statusCode();
    if (status != 204) {
      throw new AssertionError("Changing the realm " + realm + " answered " + status);
    }
  }

  int deleteRealm(String realm) {
    return Http.send(authorized("/admin/realms/" + realm).DELETE()).statusCode();
  }

  int deleteUser(String realm, String id) {
    return Http.send(authorized("/admin/realms/" + realm + "/users/" + id).DELETE()).statusCode();
  }

  /** How many failed logins Keycloak's brute force protection has counted for a user. */
  int failures(String realm, String id) {
    return get("/admin/realms/" + realm + "/attack-detection/brute-force/users/" + id)
        .path("numFailures")
        .asInt();
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = Http.send(authorized(path).GET());
    if (answer.statusCode() != 200) {
      throw new AssertionError("GET " + path + " answered " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(keycloak.resolve(path))
        .header("Authorization", "Bearer " + token());
  }

  private String token() {
    HttpResponse<String> answer =
        Http.postForm(
            keycloak.resolve("/realms/master/protocol/openid-connect/token"),
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                username,
                "password",
                password));
    return JSON.readTree(answer.body()).path("access_token").asString();
  }
}
