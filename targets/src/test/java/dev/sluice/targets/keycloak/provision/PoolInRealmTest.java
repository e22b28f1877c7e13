package dev.sluice.targets.keycloak.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.RichPool;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.LiveKeycloak;
import dev.sluice.targets.keycloak.Sorted;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.keycloak.api.LanguageOption;
import dev.sluice.targets.keycloak.provision.client.ClientResource;
import dev.sluice.targets.option.SmtpOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a pool's whole configuration in a realm of a real Keycloak. */
class PoolInRealmTest {
  private final String realm = "pool-" + UUID.randomUUID();
  private final KeycloakOptions options = LiveKeycloak.options(realm);
  private final KeycloakApi api = new KeycloakApi(options);
  private final Target target = new KeycloakTarget(options, api);
  private final PoolInventory pool = RichPool.pool();

  @AfterEach
  void close() throws TroubleException {
    api.delete(api.realm(""));
    target.close();
  }

  @Test
  void everything_is_read_back_as_the_pool_has_it_and_a_second_run_has_nothing_to_do()
      throws TroubleException {
    provision(pool);

    assertThat(target.provision(RichPool.request(pool))).isEmpty();
    JsonNode made = read("");
    assertThat(made.path("passwordPolicy").asString())
        .isEqualTo(
            "length(11) and upperCase(1) and lowerCase(1) and digits(1) and specialChars(1) and"
                + " passwordHistory(5)");
    assertThat(made.path("failureFactor").asInt()).isEqualTo(5);
    assertThat(made.path("displayName").asString()).isEqualTo("tannhäuser");
    assertThat(made.path("ssoSessionMaxLifespan").asInt()).isEqualTo(45 * 86_400);
    assertThat(made.path("verifyEmail").asBoolean()).as("no mail server").isFalse();
    JsonNode enrolment = read("/authentication/required-actions/CONFIGURE_TOTP");
    assertThat(enrolment.path("defaultAction").asBoolean()).isTrue();
    JsonNode group = read("/group-by-path/staff/admins").path("attributes");
    assertThat(group.path("precedence").path(0).asString()).isEqualTo("3");
    assertThat(group.path("roleArn").path(0).asString()).endsWith("role/admins");
    assertThat(group.path("description").path(0).asString()).isEqualTo("They may");
  }

  @Test
  void attributes_have_the_schemas_bounds_and_are_edited_by_whom_the_pool_lets()
      throws TroubleException {
    provision(pool);

    JsonNode seats = attribute("seats");
    assertThat(seats.path("permissions").path("edit").toString()).isEqualTo("[\"admin\",\"user\"]");
    assertThat(seats.path("validations").path("double").path("min").asInt()).isEqualTo(1);
    assertThat(seats.path("validations").path("double").path("max").asInt()).isEqualTo(5000);
    JsonNode risk = attribute("risk");
    assertThat(risk.path("permissions").path("view").toString()).isEqualTo("[\"admin\"]");
    assertThat(risk.path("permissions").path("edit").toString()).isEqualTo("[\"admin\"]");
    assertThat(risk.path("validations").path("length").path("max").asInt()).isEqualTo(9);
  }

  @Test
  void providers_trust_no_address_and_each_says_its_redirect_url() throws TroubleException {
    List<ProvisionStep> steps = provision(pool);

    for (String alias :
        List.of("google", "facebook", "apple", "amazon", "Corp.SAML", "workforce")) {
      JsonNode made = read("/identity-provider/instances/" + alias);
      assertThat(made.path("trustEmail").asBoolean()).as(alias).isFalse();
      assertThat(made.path("enabled").asBoolean()).as(alias).isEqualTo(!alias.equals("apple"));
      assertThat(lines(steps, alias))
          .contains(
              DiffLine.lost(
                  "add this redirect URL at the provider: %s/realms/%s/broker/%s/endpoint"
                      .formatted(options.url(), realm, alias)));
    }
    assertThat(setting("google", "clientId")).isEqualTo("Google-client");
    assertThat(setting("Corp.SAML", "entityId"))
        .isEqualTo("urn:amazon:cognito:sp:" + pool.pool().id());
    assertThat(read("/identity-provider/instances/workforce/mappers").valueStream())
        .extracting(each -> each.path("config").path("claim").asString(""))
        .containsExactlyInAnyOrder("mail", "chairs");
  }

  @Test
  void no_secret_is_in_a_plan() {
    assertThat(target.provision(RichPool.request(pool)))
        .allSatisfy(step -> {
          assertThat(step.describe()).doesNotContain("not-to-be-shown", "made-up-token");
          assertThat(step.diff().map(ObjectDiff::toString).orElse(""))
              .doesNotContain("not-to-be-shown", "made-up-token");
        });
  }

  @Test
  void a_run_that_is_cut_short_after_any_step_is_finished_by_the_next() {
    int all = target.provision(RichPool.request(pool)).size();
    for (int done = 0; done < all; done++) {
      List<ProvisionStep> left = target.provision(RichPool.request(pool));
      assertThat(left).hasSize(all - done);
      left.getFirst().apply();
    }
    assertThat(target.provision(RichPool.request(pool))).isEmpty();
  }

  @Test
  void what_has_changed_by_hand_in_an_object_of_ours_is_brought_in_line() throws TroubleException {
    provision(pool);
    ObjectNode client = client(RichPool.SHOP);
    client.putArray("redirectUris").add("https://elsewhere.example/*");
    String mayRead = client.path("attributes").path("sluice.claims.read").asString();
    client.withObject("/attributes").put("sluice.claims.read", "custom:secret");
    api.put(api.realm("/clients/" + client.path("id").asString()), client).expectOk();

    List<ProvisionStep> steps = target.provision(RichPool.request(pool));
    assertThat(steps).hasSize(1);
    assertThat(lines(steps, RichPool.SHOP))
        .contains(
            DiffLine.changed("redirectUris", "https://elsewhere.example/*", RichPool.CALLBACK))
        .hasSize(2);
    steps.forEach(ProvisionStep::apply);

    assertThat(client(RichPool.SHOP).path("redirectUris").toString())
        .isEqualTo("[\"" + RichPool.CALLBACK + "\"]");
    assertThat(client(RichPool.SHOP).path("attributes").path("sluice.claims.read").asString())
        .isEqualTo(mayRead)
        .isNotEmpty();
  }

  @Test
  void objects_of_the_owners_are_never_changed_and_are_told_of() throws TroubleException {
    api.post("/admin/realms", json("{\"realm\":\"" + realm + "\",\"enabled\":true}")).expectOk();
    api.post(
            api.realm("/clients"),
            json("{\"clientId\":\"" + RichPool.SHOP + "\",\"secret\":\"owners-secret\"}"))
        .expectOk();
    api.post(
            api.realm("/client-scopes"),
            json("{\"name\":\"" + RichPool.READ + "\",\"protocol\":\"openid-connect\"}"))
        .expectOk();
    api.post(
            api.realm("/identity-provider/instances"),
            json(
                "{\"alias\":\"google\",\"providerId\":\"google\",\"config\":{\"clientId\":\"x\"}}"))
        .expectOk();
    String clientBefore = Sorted.text(client(RichPool.SHOP));
    JsonNode providerBefore = read("/identity-provider/instances/google");

    List<ProvisionStep> steps = provision(pool);

    assertThat(Sorted.text(client(RichPool.SHOP))).isEqualTo(clientBefore);
    assertThat(read("/identity-provider/instances/google")).isEqualTo(providerBefore);
    assertThat(target.provision(RichPool.request(pool)))
        .allMatch(ProvisionStep::isManual)
        .flatExtracting(step -> step.diff().map(ObjectDiff::name).stream().toList())
        .contains(RichPool.SHOP, RichPool.READ, "google", realm);
    JsonNode machine = client(RichPool.MACHINE).path("attributes");
    assertThat(machine.path("client.session.idle.timeout").asString())
        .as("no longer than the realm's")
        .isEqualTo(read("").path("ssoSessionIdleTimeout").asString());
    assertThat(lines(steps, RichPool.MACHINE))
        .anySatisfy(
            line -> assertThat(line.text()).startsWith("refresh tokens: 30 min instead of"));
  }

  @Test
  void without_its_secret_a_client_gets_a_new_one_once() throws TroubleException {
    List<ProvisionStep> steps = provision(pool.withoutSecrets());

    assertThat(lines(steps, RichPool.MACHINE))
        .anySatisfy(line -> assertThat(line.text()).contains("secret: not known"));
    String made = client(RichPool.MACHINE).path("secret").asString("");
    assertThat(made).isNotEmpty().isNotEqualTo(RichPool.MACHINE_SECRET);
    assertThat(read("/identity-provider/instances/google").path("enabled").asBoolean()).isFalse();
    assertThat(target.provision(RichPool.request(pool.withoutSecrets()))).isEmpty();

    assertThat(target.provision(RichPool.request(pool)))
        .as("once it is known")
        .flatExtracting(step -> step.diff().map(ObjectDiff::name).stream().toList())
        .contains(RichPool.MACHINE, "google");
  }

  @Test
  void a_mail_server_is_kept_and_its_password_is_told_to_nobody() throws TroubleException {
    provision(pool);
    Target mailing = new KeycloakTarget(mailing("made-up-mail-password"), api);
    List<ProvisionStep> steps = mailing.provision(RichPool.request(pool));
    assertThat(lines(steps, realm)).contains(DiffLine.added("smtpServer.host: smtp.example.org"));
    assertThat(lines(steps, realm).toString()).doesNotContain("made-up-mail-password");
    steps.forEach(ProvisionStep::apply);

    assertThat(mailing.provision(RichPool.request(pool))).isEmpty();
    assertThat(read("").path("verifyEmail").asBoolean()).isTrue();
    JsonNode server = read("").path("smtpServer");
    assertThat(server.path("from").asString()).isEqualTo("login@example.org");
    assertThat(server.path("port").asString()).isEqualTo("2525");
    assertThat(server.path("starttls").asString()).isEqualTo("true");
    assertThat(
            new KeycloakTarget(mailing("another-password"), api).provision(RichPool.request(pool)))
        .hasSize(1);
  }

  private KeycloakOptions mailing(String password) {
    return new KeycloakOptions(
        options.url(),
        realm,
        options.adminCredentials(),
        options.batchesAtOnce(),
        Optional.of(
            new SmtpOptions(
                "smtp.example.org",
                "2525",
                "login@example.org",
                "mailer",
                new Secret(password),
                "starttls")),
        Set.of(),
        LanguageOption.ALL);
  }

  @Test
  void what_a_client_loses_is_said_of_it() {
    List<DiffLine> lines =
        lines(target.provision(RichPool.request(pool)), RichPool.SHOP).stream()
            .filter(line -> line.sign() == DiffLine.Sign.LOST)
            .toList();

    assertThat(lines)
        .extracting(DiffLine::text)
        .anyMatch(text -> text.startsWith("ALLOW_USER_SRP_AUTH"))
        .anyMatch(text -> text.startsWith("PKCE"))
        .anyMatch(text -> text.contains("17 min instead of 23 min"))
        .anyMatch(text -> text.startsWith("identity providers: the pool offers COGNITO, Google"));
    assertThat(pool.clients()).extracting(AppClient::id).contains(RichPool.SHOP);
  }

  private List<ProvisionStep> provision(PoolInventory from) {
    List<ProvisionStep> steps = target.provision(RichPool.request(from));
    steps.forEach(ProvisionStep::apply);
    return steps;
  }

  private static List<DiffLine> lines(List<ProvisionStep> steps, String name) {
    return steps.stream()
        .map(ProvisionStep::diff)
        .flatMap(Optional::stream)
        .filter(diff -> diff.name().equals(name))
        .flatMap(diff -> diff.lines().stream())
        .toList();
  }

  private JsonNode attribute(String name) throws TroubleException {
    return read("/users/profile")
        .path("attributes")
        .valueStream()
        .filter(each -> each.path("name").asString("").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String setting(String provider, String key) throws TroubleException {
    return read("/identity-provider/instances/" + provider).path("config").path(key).asString("");
  }

  private ObjectNode client(String id) throws TroubleException {
    return new ClientResource(api).find(id).orElseThrow();
  }

  private JsonNode read(String path) throws TroubleException {
    return api.get(api.realm(path)).expectOk().body();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
