package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import dev.sluice.targets.keycloak.api.AdminCredentials;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a user of Sluice reads when Keycloak is not as it should be. */
class KeycloakTroubleTest {
  private static final String TOKEN = "POST /realms/master/protocol/openid-connect/token";
  private static final String VERSION = "GET /admin/realms/customers/sluice/version";
  private static final String USERS = "POST /admin/realms/customers/sluice/users";
  private static final String PASSWORD = "made-up-pass-7!";

  private final HttpStub keycloak = HttpStub.keycloak();
  private final Target target = target(keycloak.url());
  private final PlannedUser ada = PlannedUserBuilder.full().build();
  private final PlannedUser bob = PlannedUserBuilder.plain().build();

  @AfterEach
  void close() {
    target.close();
    keycloak.close();
  }

  @Test
  void a_good_keycloak_is_ready_and_tells_both_versions() {
    assertThat(target.check()).isEqualTo(new Readiness.Ready("Keycloak 26.7.3, extension 0.1.0"));
  }

  @Test
  void a_missing_extension_is_told_from_a_missing_realm() {
    keycloak.on(VERSION, Reply.of(404, "{}"));
    assertNotReady("does not have Sluice's extension", "providers/");

    keycloak.on("GET /admin/realms/customers", Reply.of(404, "{\"error\":\"Realm not found.\"}"));
    assertNotReady("no realm \"customers\"", "sluice provision");
  }

  @Test
  void a_keycloak_that_is_too_old_for_the_extension_is_told_from_one_without_it() {
    keycloak.on(VERSION, Reply.of(404, "{}"));
    keycloak.on(
        "GET /admin/serverinfo", Reply.of(200, "{\"systemInfo\":{\"version\":\"26.2.5\"}}"));
    assertNotReady("Keycloak 26.2.5 is too old: Sluice's extension needs 26.3 or newer", "Upgrade");

    keycloak.on(
        VERSION, Reply.of(200, "{\"extension\":\"0.1.0\",\"protocol\":1,\"keycloak\":\"26.2.5\"}"));
    assertNotReady("Keycloak 26.2.5 is too old", "Upgrade");
  }

  @Test
  void who_may_not_see_keycloaks_version_is_told_of_the_extension_alone() {
    keycloak.on(VERSION, Reply.of(404, "{}"));
    keycloak.on("GET /admin/serverinfo", Reply.of(403, "{}"));
    assertNotReady("does not have Sluice's extension", "providers/");
  }

  @Test
  void an_extension_that_is_too_old_is_refused() {
    keycloak.on(VERSION, Reply.of(200, "{\"extension\":\"0.0.9\",\"protocol\":0}"));
    assertNotReady("too old: version 0.0.9", "Replace");
  }

  @Test
  void refused_credentials_are_named_but_not_told() {
    keycloak.on(TOKEN, Reply.of(401, "{\"error_description\":\"Invalid user credentials\"}"));
    assertNotReady(
        "administrator \"root\": Invalid user credentials", "admin-username and admin-password");
    assertThat(target.check().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void an_administrator_who_may_not_is_told_which_role_is_missing() {
    keycloak.on(VERSION, Reply.of(403, "{}"));
    assertNotReady("does not allow administrator \"root\"", "realm-admin");
  }

  @Test
  void a_keycloak_that_is_still_starting_is_waited_for() {
    keycloak.on(TOKEN, Reply.of(503, ""));
    assertNotReady("still starting", "Wait");
  }

  @Test
  void nothing_listening_is_unreachable() {
    keycloak.close();
    assertNotReady("cannot be reached", "Start it");
  }

  @Test
  void another_server_is_not_taken_for_keycloak() {
    keycloak.on(VERSION, Reply.of(200, "<html>Welcome</html>"));
    assertNotReady("is not JSON", "target.keycloak.url");
  }

  @Test
  void a_redirect_is_not_followed_with_our_secrets() {
    keycloak.on(TOKEN, new Reply(302, "", Map.of("Location", keycloak.url() + "/elsewhere")));
    assertNotReady("redirect to", "target.keycloak.url");
    assertThat(keycloak.requests("GET /elsewhere")).isEmpty();
    assertThat(keycloak.requests("POST /elsewhere")).isEmpty();
  }

  @Test
  void a_missing_realm_of_a_service_account_is_told() {
    KeycloakOptions options =
        new KeycloakOptions(
            keycloak.url(),
            "customers",
            new AdminCredentials.ServiceAccount("customers", "sluice", new Secret("made-up")));
    try (Target other = new KeycloakTarget(options, new KeycloakApi(options))) {
      assertThat(other.check())
          .isInstanceOfSatisfying(
              Readiness.NotReady.class,
              told -> {
                assertThat(told.problem()).contains("no realm \"customers\"");
                assertThat(told.remedy()).contains("admin-username");
              });
    }
  }

  @Test
  void outcomes_are_believed_when_they_fit() {
    keycloak.on(
        USERS,
        outcomes(
            "{\"id\":\"%s\",\"outcome\":\"already-there\"}".formatted(ada.id()),
            "{\"id\":\"%s\",\"outcome\":\"refused\",\"problem\":\"too long\"}"
                .formatted(bob.id())));

    assertThat(target.write(List.of(ada, bob)))
        .containsExactly(
            new WriteOutcome.AlreadyThere(ada.id()),
            new WriteOutcome.Refused(bob.id(), "too long"));
    assertThat(keycloak.requests(USERS).getFirst().body()).contains(ada.username());
  }

  @Test
  void a_slower_way_of_writing_is_told_once_with_its_reason() {
    String created = "\"outcomes\":[{\"id\":\"%s\",\"outcome\":\"created\"}]".formatted(ada.id());
    keycloak.on(USERS, Reply.of(200, "{" + created + ",\"writer\":\"copy\"}"));
    target.write(List.of(ada));
    assertThat(target.notices()).isEmpty();

    String slower = ",\"writer\":\"entities\",\"whyNotFaster\":\"the database is H2\"}";
    keycloak.on(USERS, Reply.of(200, "{" + created + slower));
    target.write(List.of(ada));
    target.write(List.of(ada));
    assertThat(target.notices())
        .singleElement()
        .asString()
        .contains("slower method (\"entities\")", "the database is H2.");
  }

  @Test
  void outcomes_in_another_order_are_not_believed() {
    keycloak.on(
        USERS,
        outcomes(
            "{\"id\":\"%s\",\"outcome\":\"created\"}".formatted(bob.id()),
            "{\"id\":\"%s\",\"outcome\":\"created\"}".formatted(ada.id())));
    assertNotBelieved("outcome 0 is about \"" + bob.id());
  }

  @Test
  void too_few_outcomes_are_not_believed() {
    keycloak.on(USERS, outcomes("{\"id\":\"%s\",\"outcome\":\"created\"}".formatted(ada.id())));
    assertNotBelieved("1 outcomes for 2 users");
  }

  @Test
  void an_unknown_outcome_is_not_believed() {
    keycloak.on(
        USERS,
        outcomes(
            "{\"id\":\"%s\",\"outcome\":\"created\"}".formatted(ada.id()),
            "{\"id\":\"%s\",\"outcome\":\"perhaps\"}".formatted(bob.id())));
    assertNotBelieved("\"perhaps\"");
  }

  @Test
  void trouble_puts_off_everybody_and_says_why() {
    Map<Integer, String> reasons = Map.of(500, "500", 503, "starting", 429, "too many calls");
    reasons.forEach((status, reason) -> {
      keycloak.on(USERS, Reply.of(status, ""));
      assertAllLater(target.write(List.of(ada, bob)), reason);
    });
  }

  @Test
  void trouble_that_stays_until_somebody_acts_ends_the_write_at_once_and_says_what_to_do() {
    Map<Integer, String> reasons = Map.of(401, "refused the credentials", 403, "manage-users");
    reasons.forEach((status, reason) -> {
      keycloak.on(USERS, Reply.of(status, ""));
      assertThatThrownBy(() -> target.write(List.of(ada, bob)))
          .isInstanceOfSatisfying(
              TargetException.class, stays -> assertThat(stays.isLasting()).isTrue())
          .hasMessageContaining(reason);
    });
  }

  @Test
  void an_address_copied_from_a_browser_is_told_with_the_right_one() {
    keycloak.on("GET /realms/master", Reply.of(200, "{\"realm\":\"master\"}"));
    for (String copied :
        List.of(
            "/auth",
            "/realms/customers",
            "/realms/customers/account",
            "/admin",
            "/admin/master/console",
            "/auth/realms/customers")) {
      assertNoKeycloak(copied, "Set target.keycloak.url to " + keycloak.url() + ", where");
    }
  }

  @Test
  void an_older_keycloak_below_auth_is_found() {
    keycloak.on("GET /auth/realms/master", Reply.of(200, "{\"realm\":\"master\"}"));
    keycloak.on(TOKEN, Reply.of(404, "{\"error\":\"no such path\"}"));

    assertNoKeycloak("", "Set target.keycloak.url to " + keycloak.url() + "/auth, where");
    assertNoKeycloak(
        "/realms/customers", "Set target.keycloak.url to " + keycloak.url() + "/auth, where");
  }

  @Test
  void a_page_with_no_keycloak_nearby_is_no_keycloak_either() {
    assertNoKeycloak("/admin/master/console", "below which /realms/master answers");
  }

  private void assertNoKeycloak(String path, String remedy) {
    KeycloakOptions copied = options(URI.create(keycloak.url() + path));
    try (Target other = new KeycloakTarget(copied, new KeycloakApi(copied))) {
      assertThat(other.check())
          .isInstanceOfSatisfying(
              Readiness.NotReady.class,
              told -> {
                assertThat(told.problem())
                    .isEqualTo("No Keycloak at this address: " + copied.url() + ".");
                assertThat(told.remedy()).contains(remedy);
              });
    }
  }

  @Test
  void a_wait_that_keycloak_asks_for_is_passed_on() {
    keycloak.on(USERS, new Reply(503, "", Map.of("Retry-After", "17")));

    assertThat(target.write(List.of(ada)))
        .singleElement()
        .isInstanceOfSatisfying(
            WriteOutcome.TryLater.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(17)));
  }

  @Test
  void a_keycloak_that_is_gone_puts_off_everybody() {
    keycloak.close();
    assertAllLater(target.write(List.of(ada, bob)), "cannot be reached");
  }

  @Test
  void a_keycloak_that_does_not_answer_puts_off_everybody() {
    CountDownLatch never = new CountDownLatch(1);
    keycloak.on(
        USERS,
        _ -> {
          waitFor(never);
          return Reply.of(200, "{}");
        });
    KeycloakOptions options = options(keycloak.url());
    KeycloakApi impatient =
        new KeycloakApi(options, InstantSource.system(), Duration.ofMillis(300));
    try (Target hurried = new KeycloakTarget(options, impatient)) {
      assertAllLater(hurried.write(List.of(ada, bob)), "did not answer");
    } finally {
      never.countDown();
    }
  }

  @Test
  void a_write_without_the_extension_stops_with_what_is_missing() {
    keycloak.on(VERSION, Reply.of(404, "{}"));

    assertThatThrownBy(() -> target.write(List.of(ada)))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("does not have Sluice's extension");
    assertThatThrownBy(() -> target.find(ada.id()))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("does not have Sluice's extension");
  }

  @Test
  void a_request_that_keycloak_cannot_use_stops_with_what_it_said() {
    keycloak.on(USERS, Reply.of(400, "{\"error\":\"too many users\"}"));

    assertThatThrownBy(() -> target.write(List.of(ada)))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("too many users");
  }

  @Test
  void provisioning_without_the_extension_says_what_is_missing() {
    keycloak
        .on("GET /admin/realms/customers/users/profile", Reply.of(200, "{\"attributes\":[]}"))
        .on("GET /admin/realms/customers/components", Reply.of(200, "[]"))
        .on("GET /admin/realms/customers/client-scopes", Reply.of(200, "[]"))
        .on("GET /admin/realms/customers/clients", Reply.of(200, "[]"))
        .on(
            "GET /admin/realms/customers/authentication/flows/registration/executions",
            Reply.of(200, "[]"))
        .on(
            "GET /admin/realms/customers/authentication/flows/reset%20credentials/executions",
            Reply.of(200, "[]"))
        .on(
            "GET /admin/realms/customers/authentication/flows/first%20broker%20login/executions",
            Reply.of(200, "[]"))
        .on(
            "POST /admin/realms/customers/components",
            Reply.of(400, "{\"errorMessage\":\"no such provider\"}"));

    ProvisionStep component =
        target.provision(bulk()).stream()
            .filter(step -> step.describe().contains("gateway"))
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(component::apply)
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("Could not ask the gateway at http://127.0.0.1:7170")
        .hasMessageContaining("no such provider")
        .hasMessageContaining("providers/");
  }

  @Test
  void provisioning_that_cannot_read_the_realm_says_why() {
    keycloak.on("GET /admin/realms/customers", Reply.of(403, "{}"));

    assertThatThrownBy(() -> target.provision(bulk()))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("realm-admin");
  }

  private static ProvisionRequest bulk() {
    return new ProvisionRequest(
        MigrationMode.BULK,
        URI.create("http://127.0.0.1:7170"),
        new Secret("made-up"),
        List.of("plan"),
        List.of(),
        false,
        PoolInventories.plain(),
        NamesAtTarget.unchanged());
  }

  private void assertNotReady(String problem, String remedy) {
    assertThat(target.check())
        .isInstanceOfSatisfying(
            Readiness.NotReady.class,
            told -> {
              assertThat(told.problem()).contains(problem);
              assertThat(told.remedy()).contains(remedy);
            });
  }

  private void assertNotBelieved(String why) {
    assertThatThrownBy(() -> target.write(List.of(ada, bob)))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("Sluice ignored it");
  }

  private void assertAllLater(List<WriteOutcome> outcomes, String why) {
    assertThat(outcomes).extracting(WriteOutcome::id).containsExactly(ada.id(), bob.id());
    assertThat(outcomes)
        .allSatisfy(outcome ->
            assertThat(outcome)
                .isInstanceOfSatisfying(
                    WriteOutcome.TryLater.class,
                    later -> assertThat(later.problem()).contains(why)));
  }

  private static Reply outcomes(String... outcomes) {
    return Reply.of(200, "{\"outcomes\":[" + String.join(",", outcomes) + "]}");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Target target(URI url) {
    return new KeycloakTarget(options(url), new KeycloakApi(options(url)));
  }

  private static KeycloakOptions options(URI url) {
    return new KeycloakOptions(
        url, "customers", new AdminCredentials.Administrator("root", new Secret(PASSWORD)));
  }
}
