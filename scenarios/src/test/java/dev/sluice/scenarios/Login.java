package dev.sluice.scenarios;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
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
    return at(keycloak, realm, login, password, "");
  }

  /** The same with the code of an authenticator app. */
  static Login at(URI keycloak, String realm, String login, String password, String code) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "password");
    form.put("client_id", "admin-cli");
    form.put("scope", "openid");
    form.put("username", login);
    form.put("password", password);
    if (!code.isEmpty()) {
      form.put("totp", code);
    }
    HttpResponse<String> answer =
        Http.postForm(
            keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token"), form);
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
