package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tokens of a real Keycloak, claim by claim. */
class CognitoClaimsTest {
  private static final String PASSWORD = "Old-Passw0rd";
  private static final String ADMINS = "arn:aws:iam::123456789012:role/admins";
  private static final String READERS = "arn:aws:iam::123456789012:role/readers";
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final ClaimedRealm SCENE =
      new ClaimedRealm(
          LiveKeycloak.REST,
          GATEWAY,
          Map.of(
              "attributes",
              """
              [{"key":"custom:plan","value":"plan"},{"key":"custom:seats","value":"seats"},
               {"key":"nickname","value":"nickname"},{"key":"address","value":"address"}]
              """,
              "groups",
              "[{\"key\":\"/staff/admins\",\"value\":\"administrators\"}]"));

  private static final String ID = UUID.randomUUID().toString();
  private static final String NAME = "mira-" + ID;

  @BeforeAll
  static void bring() {
    ObjectNode mira = People.person(ID, NAME);
    ObjectNode attributes = mira.putObject("attributes");
    attributes.putArray("plan").add("gold");
    attributes.putArray("seats").add("17");
    attributes.putArray("nickname").add("Mi");
    attributes.putArray("address").add("1 Elm St");
    attributes.putArray("secret").add("not a claim");
    mira.withArray("links").addObject().put("provider", "Acme").put("userId", "mira@acme");
    bring(mira);
    SCENE.describeGroup("/staff/admins", 3, ADMINS);
    SCENE.describeGroup("/readers", 9, READERS);
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void an_id_token_has_what_cognitos_has() throws Exception {
    JsonNode id = ClaimedRealm.claims(login("app"), "id_token");

    assertThat(id.path("sub").asText()).isEqualTo(ID);
    assertThat(id.path("aud").asText()).isEqualTo("app");
    assertThat(id.path("token_use").asText()).isEqualTo("id");
    assertThat(id.path("cognito:username").asText()).isEqualTo(NAME);
    assertThat(id.path("cognito:groups")).hasToString("[\"administrators\",\"readers\"]");
    assertThat(id.path("cognito:roles").toString()).isEqualTo(texts(ADMINS, READERS));
    assertThat(id.path("cognito:preferred_role").asText()).isEqualTo(ADMINS);
    assertThat(id.path("custom:plan").asText()).isEqualTo("gold");
    assertThat(id.path("custom:seats").isTextual()).isTrue();
    assertThat(id.path("custom:seats").asText()).isEqualTo("17");
    assertThat(id.path("nickname").asText()).isEqualTo("Mi");
    assertThat(id.path("address").path("formatted").asText()).isEqualTo("1 Elm St");
    assertThat(id.path("email").asText()).isEqualTo(NAME + "@example.org");
    assertThat(id.path("email_verified").isBoolean()).isTrue();
    assertThat(id.path("email_verified").asBoolean()).isTrue();
    assertThat(id.path("phone_number").asText()).isEqualTo("+4930901820");
    assertThat(id.path("phone_number_verified").asBoolean()).isTrue();
    assertThat(id.path("given_name").asText()).isEqualTo("Given " + NAME);
    assertThat(id.path("family_name").asText()).isEqualTo("Family " + NAME);
    assertThat(id.path("jti").asText()).isNotEmpty();
    assertThat(id.path("origin_jti").asText()).isNotEmpty();
    assertNow(id.path("auth_time"));
    assertThat(id.toString()).doesNotContain("not a claim").doesNotContain("client_id");
  }

  @Test
  void linked_accounts_are_told_in_cognitos_shape() throws Exception {
    JsonNode identities = ClaimedRealm.claims(login("app"), "id_token").path("identities");

    assertThat(identities).hasSize(2);
    assertThat(identities.toString())
        .contains(
            "{\"userId\":\"g-"
                + ID
                + "\",\"providerName\":\"Google\",\"providerType\":\"Google\","
                + "\"issuer\":null,\"primary\":\"false\"}")
        .contains(
            "{\"userId\":\"mira@acme\",\"providerName\":\"Acme\",\"providerType\":\"SAML\","
                + "\"issuer\":\"https://idp.acme.example\",\"primary\":\"false\"}");
  }

  @Test
  void somebody_who_came_from_a_provider_has_the_username_and_the_date_of_it() throws Exception {
    String id = UUID.randomUUID().toString();
    ObjectNode gil = People.person(id, "google_g-" + id);
    gil.put("email", "gil-" + id + "@example.org");
    bring(gil);

    JsonNode token = ClaimedRealm.claims(login("app", "google_g-" + id, "openid"), "id_token");

    assertThat(token.path("cognito:username").asText()).isEqualTo("Google_g-" + id);
    JsonNode google = token.path("identities").path(0);
    assertThat(google.path("primary").asText()).isEqualTo("true");
    assertThat(google.path("dateCreated").isTextual()).isTrue();
    assertThat(google.path("dateCreated").asText()).isEqualTo("1500000000123");
  }

  @Test
  void an_access_token_has_what_cognitos_has_and_no_audience() throws Exception {
    JsonNode access = ClaimedRealm.claims(login("app"), "access_token");

    assertThat(access.path("sub").asText()).isEqualTo(ID);
    assertThat(access.path("token_use").asText()).isEqualTo("access");
    assertThat(access.path("client_id").asText()).isEqualTo("app");
    assertThat(access.path("username").asText()).isEqualTo(NAME);
    assertThat(access.path("cognito:groups")).hasToString("[\"administrators\",\"readers\"]");
    assertThat(access.path("scope").asText()).contains("openid").doesNotContain("cognito-claims");
    assertThat(access.path("origin_jti").asText()).isNotEmpty();
    assertNow(access.path("auth_time"));
    assertThat(access.has("aud")).isFalse();
    assertThat(access.has("custom:plan")).isFalse();
    assertThat(access.has("cognito:username")).isFalse();
  }

  @Test
  void the_authorization_code_gives_the_same_and_a_refresh_keeps_the_login() throws Exception {
    Browser browser = new Browser(LiveKeycloak.SERVER, SCENE.realm);
    browser.submit(Map.of("username", NAME, "password", PASSWORD));
    JsonNode first =
        SCENE.tokens(
            Map.of(
                "grant_type", "authorization_code",
                "client_id", "app",
                "redirect_uri", "http://127.0.0.1/app/",
                "code", browser.code()));
    JsonNode second =
        SCENE.tokens(
            Map.of(
                "grant_type", "refresh_token",
                "client_id", "app",
                "refresh_token", first.path("refresh_token").asText()));

    for (String name : new String[] {"id_token", "access_token"}) {
      JsonNode before = ClaimedRealm.claims(first, name);
      JsonNode after = ClaimedRealm.claims(second, name);
      assertThat(before.path("cognito:groups")).hasSize(2);
      for (String same : new String[] {"sub", "origin_jti", "auth_time", "token_use"}) {
        assertThat(after.path(same)).as(same).isEqualTo(before.path(same));
      }
      assertThat(after.path("jti")).isNotEqualTo(before.path("jti"));
    }
  }

  @Test
  void a_clients_own_token_is_the_clients() throws Exception {
    JsonNode access = ClaimedRealm.claims(machine(), "access_token");

    assertThat(access.path("sub").asText()).isEqualTo("machine");
    assertThat(access.path("client_id").asText()).isEqualTo("machine");
    assertThat(access.path("token_use").asText()).isEqualTo("access");
    assertNow(access.path("auth_time"));
    assertThat(access.has("aud")).isFalse();
    assertThat(access.has("username")).isFalse();
    assertThat(access.has("origin_jti")).isFalse();
    assertThat(access.has("cognito:groups")).isFalse();
  }

  @Test
  void the_endpoint_userinfo_takes_the_token_and_tells_attributes() throws Exception {
    String token = login("app").path("access_token").asText();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    LiveKeycloak.SERVER.url()
                        + "/realms/"
                        + SCENE.realm.name
                        + "/protocol/openid-connect/userinfo"))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode told = Rest.JSON.readTree(answer.body());
    assertThat(told.path("username").asText()).isEqualTo(NAME);
    assertThat(told.path("custom:plan").asText()).isEqualTo("gold");
    assertThat(told.path("identities")).hasSize(2);
  }

  @Test
  void a_client_that_may_not_read_an_attribute_is_not_told_it() throws Exception {
    SCENE.mayRead("app", "email email_verified custom:seats");
    try {
      JsonNode id = ClaimedRealm.claims(login("app"), "id_token");
      assertThat(id.path("custom:seats").asText()).isEqualTo("17");
      assertThat(id.has("custom:plan")).isFalse();
      assertThat(id.has("phone_number")).isFalse();
    } finally {
      SCENE.mayRead("app", "");
    }
  }

  @Test
  void a_client_without_the_scope_gets_keycloaks_own_tokens() throws Exception {
    SCENE.takeAway("app");
    try {
      JsonNode tokens = login("app");
      for (String name : new String[] {"id_token", "access_token"}) {
        assertThat(ClaimedRealm.claims(tokens, name).toString())
            .doesNotContain("token_use", "cognito:", "origin_jti", "custom:");
      }
    } finally {
      SCENE.give("app");
    }
  }

  private static void bring(ObjectNode user) {
    assertThat(SCENE.realm.bring(user))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.toString()).contains("created"));
    GATEWAY.knows(user.path("username").asText(), PASSWORD, user.toString());
  }

  private static JsonNode login(String client) {
    return login(client, NAME, "openid");
  }

  private static JsonNode login(String client, String username, String scope) {
    return SCENE.tokens(
        Map.of(
            "grant_type", "password",
            "client_id", client,
            "scope", scope,
            "username", username,
            "password", PASSWORD));
  }

  private static JsonNode machine() {
    return SCENE.tokens(
        Map.of(
            "grant_type", "client_credentials",
            "client_id", "machine",
            "client_secret", ClaimedRealm.SECRET));
  }

  private static String texts(String... values) {
    return Rest.JSON.valueToTree(values).toString();
  }

  private static void assertNow(JsonNode seconds) {
    assertThat(seconds.isNumber()).isTrue();
    assertThat(seconds.asLong())
        .isBetween(Instant.now().getEpochSecond() - 600, Instant.now().getEpochSecond() + 5);
  }
}
