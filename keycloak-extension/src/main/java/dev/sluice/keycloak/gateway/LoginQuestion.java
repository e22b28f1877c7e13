package dev.sluice.keycloak.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A login to check.
 *
 * @param userId the linked user's id; empty for a user that is not here yet
 * @param ip the user's address
 * @param userAgent the user's browser or app
 */
public record LoginQuestion(
    String login,
    Optional<String> userId,
    String password,
    Optional<String> ip,
    Optional<String> userAgent) {

  Map<String, Object> body() {
    var client = new LinkedHashMap<String, Object>();
    ip.ifPresent(value -> client.put("ip", value));
    userAgent.ifPresent(value -> client.put("userAgent", value));
    var body = new LinkedHashMap<String, Object>();
    body.put("login", login);
    userId.ifPresent(value -> body.put("userId", value));
    body.put("password", password);
    body.put("client", client);
    return body;
  }

  @Override
  public String toString() {
    return "LoginQuestion[" + userId + "]";
  }
}
