package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/**
 * A provider of social logins: a second realm, which the first has under the alias that a pool's
 * "Google" gets.
 */
final class SocialProvider {
  static final String ALIAS = "google";

  private static final Rest REST = LiveKeycloak.REST;
  private static final String CLIENT = "customers";
  private static final String SECRET = "made-up-secret-of-the-broker";
  private static final String PASSWORD = "At-the-provider-1";

  private final TestRealm customers;
  private final String realm;

  /** Makes the provider and connects this realm to it. */
  SocialProvider(TestRealm customers) {
    this.customers = customers;
    this.realm = "provider-of-" + customers.name;
    String url = LiveKeycloak.SERVER.url() + "/realms/";
    must(REST.post("", Map.of("realm", realm, "enabled", true)));
    must(
        REST.post(
            "/" + realm + "/clients",
            Map.of(
                "clientId",
                CLIENT,
                "secret",
                SECRET,
                "redirectUris",
                List.of(url + customers.name + "/broker/*"))));
    must(
        REST.post(
            customers.path + "/identity-provider/instances",
            Map.of(
                "alias",
                ALIAS,
                "providerId",
                "oidc",
                "enabled",
                true,
                "config",
                config(url + realm))));
  }

  private static Map<String, String> config(String issuer) {
    String protocol = issuer + "/protocol/openid-connect";
    return Map.of(
        "clientId",
        CLIENT,
        "clientSecret",
        SECRET,
        "clientAuthMethod",
        "client_secret_post",
        "authorizationUrl",
        protocol + "/auth",
        "tokenUrl",
        protocol + "/token",
        "jwksUrl",
        protocol + "/certs",
        "useJwksUrl",
        "true",
        "validateSignature",
        "true",
        "issuer",
        issuer,
        "defaultScope",
        "openid profile email");
  }

  /** Makes an account at the provider, and gives its id. */
  String account(String name) {
    must(
        REST.post(
            "/" + realm + "/users",
            Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@example.org",
                "emailVerified",
                true,
                "firstName",
                "Vik",
                "lastName",
                "Muster",
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD)))));
    return REST.get("/" + realm + "/users?username=" + name).body().path(0).path("id").asText();
  }

  /** Somebody who logs in to the first realm through the provider. */
  RealBrowser logIn(String name) {
    var browser = new RealBrowser(customers);
    browser.page().click("#social-" + ALIAS);
    return browser.logIn(name, PASSWORD);
  }

  private static void must(Rest.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
  }
}
