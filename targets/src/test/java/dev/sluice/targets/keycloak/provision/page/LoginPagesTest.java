package dev.sluice.targets.keycloak.provision.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.HttpStub;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.LiveKeycloak;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.keycloak.api.LanguageOption;
import dev.sluice.targets.keycloak.provision.realm.RealmAttributes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What provisioning makes of the looks of a realm of a real Keycloak. */
class LoginPagesTest {
  private static final String CSS =
      ".banner-customizable { background-color: #f6e8d0 }"
          + " .submitButton-customizable { background-color: #b00b1e }";
  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

  private final String realm = "realm-" + UUID.randomUUID();
  private final KeycloakOptions options = LiveKeycloak.options(realm);
  private final KeycloakApi api = new KeycloakApi(options);
  private final KeycloakTarget target = new KeycloakTarget(options, api);
  private final HttpStub pictures =
      new HttpStub()
          .on("GET /logo", HttpStub.Reply.of(200, SVG))
          .on("GET /page", HttpStub.Reply.of(200, "<html></html>"));

  @AfterEach
  void close() throws TroubleException {
    api.delete(api.realm(""));
    target.close();
    pictures.close();
  }

  @Test
  void the_pools_colours_and_logo_are_written_and_then_nothing_is_left_to_do()
      throws TroubleException {
    PoolInventory pool = pool(CSS, "/logo");

    assertThat(provision(pool))
        .anySatisfy(step ->
            assertThat(step.describe())
                .isEqualTo(
                    "login pages look as in the pool: banner #f6e8d0, button #b00b1e, its logo"));

    JsonNode made = read("");
    assertThat(made.path("loginTheme").asString()).isEqualTo("sluice");
    JsonNode attributes = made.path("attributes");
    assertThat(attributes.path("sluice.login.button").asString()).isEqualTo("#b00b1e");
    assertThat(attributes.path("darkMode").asString()).isEqualTo("false");
    String logo = attributes.path("sluice.login.logo").asString();
    assertThat(attributes.path("sluice.login.image." + logo).asString())
        .startsWith("image/svg+xml;base64,");
    assertThat(target.provision(request(pool))).isEmpty();
    assertThat(pictures.requests("GET /logo")).hasSize(1);
  }

  @Test
  void what_the_owner_has_changed_since_stays_until_the_pools_looks_change()
      throws TroubleException {
    provision(pool(CSS, "/logo"));
    ObjectNode changed = JsonMapper.shared().createObjectNode();
    RealmAttributes.of(read("")).with("sluice.login.button", "#00aa55").addTo(changed);
    ok(api.put(api.realm(""), changed));

    assertThat(target.provision(request(pool(CSS, "/logo")))).isEmpty();

    provision(pool(CSS + ".label-customizable{color:#123456}", "/logo"));
    JsonNode attributes = read("").path("attributes");
    assertThat(attributes.path("sluice.login.text").asString()).isEqualTo("#123456");
    assertThat(attributes.path("sluice.login.button").asString()).isEqualTo("#b00b1e");
    assertThat(attributes.path("sluice.login.logo").asString()).isNotEmpty();
  }

  @Test
  void a_logo_that_cannot_be_fetched_is_the_owners_to_bring_and_colours_are_written()
      throws TroubleException {
    for (String where : new String[] {"/gone", "/page"}) {
      provision(pool(CSS, where));

      assertThat(read("").path("attributes").path("sluice.login.button").asString())
          .isEqualTo("#b00b1e");
      assertThat(target.provision(request(pool(CSS, where))))
          .singleElement()
          .satisfies(step -> {
            assertThat(step.isManual()).isTrue();
            assertThat(step.describe())
                .contains("logo", pictures.url() + where)
                .containsAnyOf("HTTP status 404", "it is not a PNG");
          });
    }
    ObjectNode brought = JsonMapper.shared().createObjectNode();
    RealmAttributes.of(read("")).with("sluice.login.logo", "0123456789abcdef").addTo(brought);
    ok(api.put(api.realm(""), brought));
    assertThat(target.provision(request(pool(CSS, "/page")))).isEmpty();
  }

  @Test
  void a_realm_with_a_theme_of_its_own_keeps_it() throws TroubleException {
    ok(
        api.post(
            "/admin/realms",
            json("{\"realm\":\"" + realm + "\",\"enabled\":true,\"loginTheme\":\"keycloak.v2\"}")));

    provision(pool(CSS, "/logo"));

    assertThat(read("").path("loginTheme").asString()).isEqualTo("keycloak.v2");
    assertThat(read("").path("attributes").toString()).doesNotContain("sluice.login");
    assertThat(pictures.requests("GET")).isEmpty();
  }

  @Test
  void languages_are_switched_on_once_and_others_are_kept() throws TroubleException {
    provision(undressed());
    JsonNode made = read("");
    assertThat(made.path("internationalizationEnabled").asBoolean()).isTrue();
    assertThat(made.path("defaultLocale").asString()).isEqualTo("en");
    assertThat(made.path("supportedLocales").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(LanguageOption.ALL);

    ok(api.put(api.realm(""), json("{\"internationalizationEnabled\":false}")));
    assertThat(target.provision(request(undressed()))).isEmpty();
  }

  @Test
  void an_owner_chooses_languages_or_none() throws TroubleException {
    Map<String, String> values =
        Map.of(
            "url", options.url().toString(),
            "realm", realm,
            "admin-username", "a",
            "admin-password", "b",
            "languages", "de, fr");
    assertThat(KeycloakOptions.from(values).languages()).containsExactly("de", "fr");
    assertThat(new LoginLanguages(api, List.of("de", "fr")).plan(json("{}")))
        .singleElement()
        .satisfies(step ->
            assertThat(step.describe()).isEqualTo("enable login pages in the languages de, fr"));
    assertThat(new LoginLanguages(api, List.of()).plan(json("{}"))).isEmpty();
  }

  @Test
  void a_client_that_looks_different_has_looks_of_its_own() throws TroubleException {
    PoolInventory pool =
        BrandedPool.of(
            Map.of("web", List.of(), "app", List.of()),
            BrandedPool.classic(null, CSS, null),
            BrandedPool.classic(
                "app", ".submitButton-customizable{background:#00aa55}", url("/logo")));

    provision(pool);

    JsonNode attributes = read("/clients?clientId=app").path(0).path("attributes");
    assertThat(attributes.path("sluice.login.own").asString()).isEqualTo("true");
    assertThat(attributes.path("sluice.login.button").asString()).isEqualTo("#00aa55");
    String logo = attributes.path("sluice.login.logo").asString();
    assertThat(read("").path("attributes").has("sluice.login.image." + logo)).isTrue();
    assertThat(read("").path("attributes").path("sluice.login.button").asString())
        .isEqualTo("#b00b1e");
    assertThat(target.provision(request(pool))).isEmpty();
  }

  private PoolInventory pool(String css, String logo) {
    return BrandedPool.of(Map.of(), BrandedPool.classic(null, css, url(logo)));
  }

  private static PoolInventory undressed() {
    return BrandedPool.of(Map.of());
  }

  private String url(String path) {
    return pictures.url() + path;
  }

  private List<ProvisionStep> provision(PoolInventory pool) {
    List<ProvisionStep> steps = target.provision(request(pool));
    steps.forEach(ProvisionStep::apply);
    return steps;
  }

  private static ProvisionRequest request(PoolInventory pool) {
    return new ProvisionRequest(
        MigrationMode.BULK,
        URI.create("http://127.0.0.1:7170"),
        new Secret("made-up-token"),
        List.of(),
        List.of(),
        true,
        pool,
        NamesAtTarget.unchanged());
  }

  private JsonNode read(String path) throws TroubleException {
    return api.get(api.realm(path)).expectOk().body();
  }

  private static void ok(Answer answer) {
    assertThat(answer.ok()).as("%s: %s%s", answer.call(), answer.status(), answer.said()).isTrue();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
