package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.harness.NpmPackage;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.keycloak.provision.page.BrandedPool;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A provisioned realm's tokens, before AWS's own library for verifying Cognito's. */
class CognitoTokensTest {
  private static final String REALM = "realm-" + UUID.randomUUID();
  private static final KeycloakOptions OPTIONS = LiveKeycloak.options(REALM);
  private static final String PASSWORD = "Made-up-Passw0rd";
  private static final Map<String, String> GROUPS = Map.of("administrators", "/staff/admins");
  private static final Map<String, List<String>> POOLS_CLIENTS =
      Map.of("web", List.of(), "app", List.of("email", "custom:seats"));
  private static final Map<String, List<String>> OWNERS_TOO =
      Map.of("web", List.of(), "app", List.of("email", "custom:seats"), "owners", List.of());
  private static final KeycloakApi API = new KeycloakApi(OPTIONS);
  private static final KeycloakTarget TARGET = new KeycloakTarget(OPTIONS, API);
  private static final PlannedUser MIRA =
      PlannedUserBuilder.full()
          .username("mira")
          .attributes(Map.of("plan", List.of("gold"), "seats", List.of("17")))
          .groups("/staff/admins")
          .firstPassword(FirstPassword.NONE)
          .obligations()
          .build();

  @BeforeAll
  static void provision() throws TroubleException {
    TARGET.provision(request(POOLS_CLIENTS, GROUPS)).forEach(ProvisionStep::apply);
    ownersClient();
    TARGET.provision(request()).forEach(ProvisionStep::apply);
    assertThat(ours(request())).isEmpty();
    TARGET.write(List.of(MIRA));
    ok(
        API.put(
            API.realm("/users/" + MIRA.id() + "/reset-password"),
            json("{\"type\":\"password\",\"temporary\":false,\"value\":\"" + PASSWORD + "\"}")));
  }

  @AfterAll
  static void close() throws TroubleException {
    API.delete(API.realm(""));
    TARGET.close();
  }

  @Test
  void awss_library_takes_keycloaks_tokens_once_the_issuer_is_changed(@TempDir Path scratch)
      throws Exception {
    NpmPackage library = NpmPackage.fetch("aws-jwt-verify", "5.2.1", scratch);
    JsonNode tokens = login("web");
    String id = tokens.path("id_token").asString();
    String access = tokens.path("access_token").asString();
    String machine = machine().path("access_token").asString();
    ObjectNode input = JsonMapper.shared().createObjectNode().put("issuer", issuer());
    input.set("jwks", certificates());
    ArrayNode all = input.putArray("tokens");
    ask(all, id, "id", "web", "administrators");
    ask(all, access, "access", "web", "administrators");
    ask(all, machine, "access", "web", null);
    ask(all, id, "access", "web", null);
    ask(all, access, "access", "somebody-else", null);
    ask(all, access, "access", "web", "strangers");
    ask(all, login("owners").path("access_token").asString(), "access", "owners", null);

    JsonNode said = json(library.run(script(), input.toString()));

    String sub = MIRA.id().value();
    assertThat(said.toString())
        .isEqualTo(
            """
            [{"sub":"%s"},{"sub":"%s"},{"sub":"web"},\
            {"refused":"CognitoJwtInvalidTokenUseError"},\
            {"refused":"CognitoJwtInvalidClientIdError"},\
            {"refused":"CognitoJwtInvalidGroupError"},\
            {"refused":"CognitoJwtInvalidTokenUseError"}]\
            """
                .formatted(sub, sub));
  }

  @Test
  void renamed_attributes_and_groups_have_their_names_of_the_pool() throws Exception {
    JsonNode id = claims(login("web").path("id_token").asString());

    assertThat(id.path("custom:plan").asString()).isEqualTo("gold");
    assertThat(id.path("custom:seats").asString()).isEqualTo("17");
    assertThat(id.path("cognito:groups").toString()).isEqualTo("[\"administrators\"]");
    assertThat(id.path("cognito:username").asString()).isEqualTo("mira");
  }

  @Test
  void a_client_is_told_what_it_could_read_in_the_pool() throws Exception {
    JsonNode id = claims(login("app").path("id_token").asString());

    assertThat(id.path("custom:seats").asString()).isEqualTo("17");
    assertThat(id.has("custom:plan")).isFalse();
  }

  @Test
  void a_client_that_the_scope_was_taken_from_is_not_given_it_again() throws Exception {
    String path = "/clients/" + find("app") + "/default-client-scopes/";
    String scope =
        read(path)
            .valueStream()
            .filter(each -> each.path("name").asString("").equals("cognito-claims"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    ok(API.delete(API.realm(path + scope)));
    try {
      assertThat(ours(request())).isEmpty();
      assertThat(claims(login("app").path("id_token").asString()).has("token_use")).isFalse();
    } finally {
      ok(API.put(API.realm(path + scope), json("{}")));
    }
  }

  @Test
  void a_client_of_the_owners_is_left_as_it_is() throws Exception {
    assertThat(claims(login("owners").path("access_token").asString()).has("token_use")).isFalse();
    assertThat(read("/clients/" + find("owners")).toString()).doesNotContain("sluice");
  }

  @Test
  void a_group_that_is_mapped_elsewhere_changes_the_names() throws Exception {
    ProvisionRequest moved =
        request(OWNERS_TOO, Map.of("administrators", "/staff/admins", "readers", "/r"));

    List<ProvisionStep> steps = ours(moved);
    assertThat(steps)
        .singleElement()
        .satisfies(step -> assertThat(step.describe()).contains("cognito-claims", "groups"));
    steps.forEach(ProvisionStep::apply);
    steps.forEach(ProvisionStep::apply);
    assertThat(ours(moved)).isEmpty();

    TARGET.provision(request()).forEach(ProvisionStep::apply);
    assertThat(ours(request())).isEmpty();
  }

  private static ProvisionRequest request() {
    return request(OWNERS_TOO, GROUPS);
  }

  /** Without what is told of the owner's client, which has the id of one of the pool's. */
  private static List<ProvisionStep> ours(ProvisionRequest request) {
    return TARGET.provision(request).stream().filter(step -> !step.isManual()).toList();
  }

  private static ProvisionRequest request(
      Map<String, List<String>> clients, Map<String, String> groupPaths) {
    return new ProvisionRequest(
        MigrationMode.BULK,
        URI.create("http://127.0.0.1:7170"),
        new Secret("made-up-token"),
        List.of("plan", "seats", "nickname"),
        List.copyOf(groupPaths.values()),
        true,
        BrandedPool.of(clients),
        new NamesAtTarget(
            Map.of("custom:plan", "plan", "custom:seats", "seats", "nickname", "nickname"),
            groupPaths));
  }

  private static void ownersClient() throws TroubleException {
    ObjectNode client =
        JsonMapper.shared()
            .createObjectNode()
            .put("clientId", "owners")
            .put("secret", BrandedPool.CLIENT_SECRET.reveal())
            .put("directAccessGrantsEnabled", true);
    ok(API.post(API.realm("/clients"), client));
  }

  private static String find(String client) throws TroubleException {
    return read("/clients?clientId=" + client).path(0).path("id").asString();
  }

  private static JsonNode login(String client) throws Exception {
    return tokens(
        Map.of(
            "grant_type",
            "password",
            "client_id",
            client,
            "client_secret",
            BrandedPool.CLIENT_SECRET.reveal(),
            "scope",
            "openid",
            "username",
            "mira",
            "password",
            PASSWORD));
  }

  private static JsonNode machine() throws Exception {
    return tokens(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            "web",
            "client_secret",
            BrandedPool.CLIENT_SECRET.reveal()));
  }

  private static JsonNode tokens(Map<String, String> fields) throws Exception {
    String form =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static JsonNode certificates() throws Exception {
    return send(HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/certs")));
  }

  private static JsonNode send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return json(answer.body());
    }
  }

  private static void ask(
      ArrayNode all, String token, String use, String client, @Nullable String group) {
    ObjectNode each = all.addObject().put("token", token).put("use", use).put("clientId", client);
    if (group != null) {
      each.put("group", group);
    }
  }

  private static Path script() throws Exception {
    URL script = Objects.requireNonNull(CognitoTokensTest.class.getResource("verify-tokens.cjs"));
    return Path.of(script.toURI());
  }

  private static JsonNode claims(String token) {
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static String issuer() {
    return OPTIONS.url() + "/realms/" + REALM;
  }

  private static JsonNode read(String path) throws TroubleException {
    return API.get(API.realm(path)).expectOk().body();
  }

  private static void ok(Answer answer) {
    assertThat(answer.ok()).as("%s: %s%s", answer.call(), answer.status(), answer.said()).isTrue();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
