package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A program that asks a realm's administration with some rights, and has none at first. */
final class Rights {
  private static final String SECRET = "made-up-secret";

  private final Rest rest;
  private final TestRealm realm;
  private final String clientId;
  private final String account;
  private final String management;

  Rights(Rest rest, TestRealm realm, String clientId) {
    this.rest = rest;
    this.realm = realm;
    this.clientId = clientId;
    must(
        rest.post(
            realm.path + "/clients",
            Map.of(
                "clientId",
                clientId,
                "secret",
                SECRET,
                "publicClient",
                false,
                "serviceAccountsEnabled",
                true)));
    account =
        rest.get(realm.path + "/clients/" + idOf(clientId) + "/service-account-user")
            .body()
            .path("id")
            .asText();
    management = idOf("realm-management");
  }

  private String idOf(String client) {
    return rest.get(realm.path + "/clients?clientId=" + client).body().path(0).path("id").asText();
  }

  /** Has these roles of realm-management from now on. */
  void give(String... roles) {
    var all = Rest.JSON.createArrayNode();
    for (String role : roles) {
      JsonNode found = rest.get(realm.path + "/clients/" + management + "/roles/" + role).body();
      all.add(found);
    }
    must(rest.post(realm.path + "/users/" + account + "/role-mappings/clients/" + management, all));
  }

  Rest.Reply get(String path) {
    Rest.Reply token =
        rest.form(
            "/realms/" + realm.name + "/protocol/openid-connect/token",
            Map.of(
                "grant_type", "client_credentials",
                "client_id", clientId,
                "client_secret", SECRET));
    return rest.getAs(token.body().path("access_token").asText(), realm.path + path);
  }

  private static void must(Rest.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
  }
}
