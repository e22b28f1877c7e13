package dev.sluice.scenarios;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a login at Keycloak's token endpoint gave.
 *
 * @param sub the subject of the ID token; empty when nobody was let in
 * @param error the OAuth error; empty when somebody was let in
 */
record Login(int status, String sub, String error, String description) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Logs in with the password grant, as an application would. */
  static Login at(URI keycloak, String realm, String login, String password) {
    HttpResponse<String> answer =
        Http.postForm(
            keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token"),
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "scope", "openid",
                "username", login,
                "password", password));
    JsonNode body = JSON.readTree(answer.body());
    return new Login(
        answer.statusCode(),
        subject(body.path("id_token").asString("")),
        body.path("error").asString(""),
        body.path("error_description").asString(""));
  }

  boolean letIn() {
    return status == 200;
  }

  private static String subject(String token) {
    if (token.isEmpty()) {
      return "";
    }
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return JSON.readTree(new String(claims, StandardCharsets.UTF_8)).path("sub").asString("");
  }
}
