package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A realm whose client "app", and a confidential one "machine", give Cognito's claims. */
final class ClaimedRealm {
  static final String SECRET = "made-up-secret-of-the-machine";

  final TestRealm realm;
  private final Rest rest;
  private final String scope;

  ClaimedRealm(Rest rest, FakeGateway gateway, Map<String, String> settings) {
    this.rest = rest;
    this.realm = new TestRealm(rest, gateway, "hybrid");
    must(
        rest.post(
            realm.path + "/clients",
            Map.of(
                "clientId",
                "machine",
                "secret",
                SECRET,
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false)));
    this.scope = makeScope(settings);
    give("app");
    give("machine");
    provider("google", "google", Map.of("clientId", "c", "clientSecret", "made-up"));
    provider(
        "Acme",
        "saml",
        Map.of(
            "idpEntityId", "https://idp.acme.example",
            "singleSignOnServiceUrl", "https://idp.acme.example/sso"));
  }

  private String makeScope(Map<String, String> settings) {
    Map<String, String> config = new LinkedHashMap<>(settings);
    config.put("id.token.claim", "true");
    config.put("access.token.claim", "true");
    config.put("userinfo.token.claim", "true");
    must(
        rest.post(
            realm.path + "/client-scopes",
            Map.of(
                "name",
                "cognito-claims",
                "protocol",
                "openid-connect",
                "attributes",
                Map.of("include.in.token.scope", "false"),
                "protocolMappers",
                List.of(
                    Map.of(
                        "name", "cognito claims",
                        "protocol", "openid-connect",
                        "protocolMapper", "sluice-cognito-claims",
                        "config", config)))));
    for (JsonNode each : rest.get(realm.path + "/client-scopes").body()) {
      if (each.path("name").asText().equals("cognito-claims")) {
        return each.path("id").asText();
      }
    }
    throw new AssertionError("the client scope is not there");
  }

  void give(String client) {
    must(rest.put(clientPath(client) + "/default-client-scopes/" + scope, Map.of()));
  }

  void takeAway(String client) {
    must(rest.delete(clientPath(client) + "/default-client-scopes/" + scope));
  }

  /** From now on a client may read these attributes of the pool's only; all when empty. */
  void mayRead(String client, String attributes) {
    must(
        rest.put(
            clientPath(client),
            Map.of("clientId", client, "attributes", Map.of("sluice.claims.read", attributes))));
  }

  private String clientPath(String client) {
    String id =
        rest.get(realm.path + "/clients?clientId=" + client).body().path(0).path("id").asText();
    return realm.path + "/clients/" + id;
  }

  private void provider(String alias, String kind, Map<String, String> config) {
    must(
        rest.post(
            realm.path + "/identity-provider/instances",
            Map.of("alias", alias, "providerId", kind, "config", config)));
  }

  /** Writes what provisioning writes of a group. */
  void describeGroup(String path, int precedence, String roleArn) {
    JsonNode group = rest.get(realm.path + "/group-by-path" + path).body();
    must(
        rest.put(
            realm.path + "/groups/" + group.path("id").asText(),
            Map.of(
                "name",
                group.path("name").asText(),
                "attributes",
                Map.of(
                    "precedence",
                    List.of(String.valueOf(precedence)),
                    "roleArn",
                    List.of(roleArn)))));
  }

  /** Asks the token endpoint; fails when it refuses. */
  JsonNode tokens(Map<String, String> fields) {
    Rest.Reply reply =
        rest.form("/realms/" + realm.name + "/protocol/openid-connect/token", fields);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.body();
  }

  static JsonNode claims(JsonNode tokens, String name) throws Exception {
    String token = tokens.path(name).asText();
    return Rest.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static void must(Rest.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
  }
}
