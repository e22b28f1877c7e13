package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.pool.signin.MfaSettings;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.RichPool;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications ask a provisioned realm for tokens as they have asked the pool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantsTest {
  private static final String PASSWORD = "Made-up-passw0rd";

  private final String realm = "grants-" + UUID.randomUUID();
  private final KeycloakOptions place = LiveKeycloak.options(realm);
  private final KeycloakOptions options =
      new KeycloakOptions(
          place.url(),
          realm,
          place.adminCredentials(),
          place.batchesAtOnce(),
          Optional.empty(),
          Set.of(RichPool.SHOP),
          List.of());
  private final KeycloakApi api = new KeycloakApi(options);
  private final Target target = new KeycloakTarget(options, api);
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void provision() throws TroubleException {
    target
        .provision(RichPool.request(RichPool.pool(new MfaSettings("OFF", List.of()))))
        .forEach(ProvisionStep::apply);
    api.post(
            api.realm("/users"),
            JsonMapper.shared()
                .readTree(
                    """
                    {"username":"ada","enabled":true,"email":"ada@example.org",
                     "credentials":[{"type":"password","value":"%s"}]}
                    """
                        .formatted(PASSWORD)))
        .expectOk();
  }

  @AfterAll
  void close() throws TroubleException {
    api.delete(api.realm(""));
    target.close();
    http.close();
  }

  @Test
  void a_machine_gets_its_scope_whether_it_asks_for_it_or_for_none() throws Exception {
    Map<String, String> grant =
        Map.of(
            "grant_type", "client_credentials",
            "client_id", RichPool.MACHINE,
            "client_secret", RichPool.MACHINE_SECRET);

    assertThat(scopes(post("/token", grant))).contains(RichPool.READ);
    assertThat(scopes(post("/token", with(grant, "scope", RichPool.READ)))).contains(RichPool.READ);
    assertThat(post("/token", with(grant, "client_secret", "wrong")).statusCode()).isEqualTo(401);
  }

  @Test
  void a_password_gives_tokens_that_hold_as_long_as_the_pools_and_can_be_refreshed()
      throws Exception {
    HttpResponse<String> answer = post("/token", password("openid"));

    JsonNode tokens = json(answer);
    assertThat(tokens.path("expires_in").asInt()).isEqualTo(17 * 60);
    assertThat(tokens.path("refresh_expires_in").asInt()).isBetween(45 * 86_400 - 60, 45 * 86_400);
    HttpResponse<String> refreshed =
        post(
            "/token",
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                RichPool.SHOP,
                "refresh_token",
                tokens.path("refresh_token").asString()));
    assertThat(refreshed.statusCode()).as(refreshed.body()).isEqualTo(200);
  }

  @Test
  void a_custom_scope_is_given_to_a_user_who_asks_for_it_only() throws Exception {
    assertThat(scopes(post("/token", password("openid " + RichPool.READ))))
        .contains(RichPool.READ, "openid");
    assertThat(scopes(post("/token", password("openid")))).doesNotContain(RichPool.READ);
  }

  @Test
  void a_login_begins_without_pkce_and_at_the_exact_callback_only() throws Exception {
    assertThat(begin(RichPool.SHOP, "code", RichPool.CALLBACK)).isEqualTo(200);
    assertThat(begin(RichPool.SHOP, "code", RichPool.CALLBACK + "/more")).isEqualTo(400);
    assertThat(begin(RichPool.PHONE_APP, "token", RichPool.CALLBACK)).isEqualTo(200);
    assertThat(begin(RichPool.SHOP, "token", RichPool.CALLBACK)).isNotEqualTo(200);
    assertThat(begin(RichPool.PHONE_APP, "code", RichPool.CALLBACK)).isNotEqualTo(200);
  }

  @Test
  void a_device_can_begin_where_it_was_switched_on() throws Exception {
    HttpResponse<String> begun = post("/auth/device", Map.of("client_id", RichPool.SHOP));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
    assertThat(json(begun).path("device_code").asString("")).isNotEmpty();
    assertThat(post("/auth/device", Map.of("client_id", RichPool.PHONE_APP)).statusCode())
        .isNotEqualTo(200);
  }

  private static Map<String, String> password(String scope) {
    return Map.of(
        "grant_type",
        "password",
        "client_id",
        RichPool.SHOP,
        "username",
        "ada@example.org",
        "password",
        PASSWORD,
        "scope",
        scope);
  }

  private int begin(String client, String type, String redirect)
      throws IOException, InterruptedException {
    String query =
        form(
            Map.of(
                "client_id", client,
                "response_type", type,
                "redirect_uri", redirect,
                "nonce", "n1",
                "scope", "openid"));
    return http.send(
            HttpRequest.newBuilder(uri("/auth?" + query)).build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(form)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(options.url() + "/realms/" + realm + "/protocol/openid-connect" + path);
  }

  private static List<String> scopes(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return List.of(json(answer).path("scope").asString("").split(" ", -1));
  }

  private static Map<String, String> with(Map<String, String> form, String key, String value) {
    Map<String, String> more = new HashMap<>(form);
    more.put(key, value);
    return more;
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each ->
            each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
