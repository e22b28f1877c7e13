package dev.sluice.keycloak.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer to a second factor to check: a code, or one of the offered kinds.
 *
 * @param challenge the challenge from the gateway
 * @param ip the user's address
 * @param userAgent the user's browser or app
 */
public record CodeQuestion(
    String challenge,
    Optional<String> code,
    Optional<FactorKind> kind,
    Optional<String> ip,
    Optional<String> userAgent) {

  Map<String, Object> body() {
    var client = new LinkedHashMap<String, Object>();
    ip.ifPresent(value -> client.put("ip", value));
    userAgent.ifPresent(value -> client.put("userAgent", value));
    var body = new LinkedHashMap<String, Object>();
    body.put("challenge", challenge);
    code.ifPresent(value -> body.put("code", value));
    kind.ifPresent(value -> body.put("kind", value.name()));
    body.put("client", client);
    return body;
  }

  @Override
  public String toString() {
    return "CodeQuestion[" + kind + "]";
  }
}
