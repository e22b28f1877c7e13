package dev.sluice.targets.keycloak.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.api.Secret;
import dev.sluice.api.target.backup.BackupMethod;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.harness.Eventually;
import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.migration.backup.BackupRun;
import dev.sluice.migration.backup.FinishedBackup;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.keycloak.ProviderJar;
import dev.sluice.servers.postgres.PostgresServer;
import dev.sluice.targets.PlannedUserJson;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.ContractRealm;
import dev.sluice.targets.keycloak.HttpStub;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import dev.sluice.targets.keycloak.HttpStub.Request;
import dev.sluice.targets.keycloak.KeptRows;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.LiveKeycloak;
import dev.sluice.targets.keycloak.Logins;
import dev.sluice.targets.keycloak.MorePeople;
import dev.sluice.targets.keycloak.Sorted;
import dev.sluice.targets.keycloak.api.AdminCredentials;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A realm is backed up, and restored into a server that has nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields before the first test
class BackupRestoreTest {
  private static final String REALM = "kept";
  private static final String PASSWORD = "made-up Heslo-93! äöü";
  private static final String ADMIN = "made-up-4-loopback";
  private static final KeycloakOptions FIRST = LiveKeycloak.options(REALM);
  private static final String OWN = UUID.randomUUID().toString();

  @TempDir private static Path place;
  private final HttpStub gateway = new HttpStub();
  private final PlannedUser waiting = person("waiting");
  private final PlannedUser moved = person("moved");
  private KeycloakServer second;
  private FinishedBackup backup;
  private List<String> rows;
  private List<String> restoredRows;

  @BeforeAll
  void backUpAndRestore() throws Exception {
    assumeTrue(PostgresServer.isInstalled(), "skipped: it compares tables of PostgreSQL");
    gateway.on("POST /v1/first-login", this::judge).on("POST /v1/settled", Reply.of(204, ""));
    fill();
    try (var target = target(FIRST)) {
      var source = ((BackupMethod.ByFiles) target.backup()).source();
      backup =
          new BackupRun("keycloak", source, InstantSource.system())
              .run(place.resolve("backup"), List.of(), (users, expected) -> {});
    }
    PostgresServer postgres = LiveKeycloak.postgres();
    rows = new KeptRows(postgres, LiveKeycloak.DATABASE).of(REALM);
    second =
        KeycloakServer.builder(KeycloakDistribution.obtain())
            .providers(ProviderJar.of(ExtensionVersion.class))
            .database(LiveKeycloak.newDatabase(postgres, "second"))
            .admin("admin", ADMIN)
            .importing(place.resolve("backup"))
            .start();
    restoredRows = new KeptRows(postgres, "second").of(REALM);
  }

  @AfterAll
  void stop() {
    gateway.close();
    if (second != null) {
      second.close();
    }
  }

  @Test
  void every_row_that_belongs_to_users_is_there_again_as_it_was() {
    assertThat(restoredRows).isEqualTo(rows);
    assertThat(String.join("\n", rows))
        .contains(
            "made-up-otp-secret",
            "argon2",
            "not-in-this-realm",
            waiting.id().value(),
            "x".repeat(400));
    assertThat(backup.manifest().users()).isEqualTo(4);
  }

  @Test
  void who_had_moved_logs_in_with_the_same_password_and_nobody_asks_the_gateway() {
    long asked = asked(moved);
    assertThat(Logins.subject(logins().byGrant(moved.username(), PASSWORD)))
        .isEqualTo(moved.id().value());
    assertThat(logins().byGrant(moved.username(), "not " + PASSWORD).body())
        .contains("Invalid user credentials");
    assertThat(asked(moved)).isEqualTo(asked);
  }

  @Test
  void who_waits_for_the_first_login_still_does_and_moves_at_the_restored_server() {
    try (var target = target(second)) {
      assertThat(target.find(waiting.id()).map(TargetUser::awaitsFirstLogin)).contains(true);
      assertThat(Logins.subject(logins().byGrant(waiting.username(), PASSWORD)))
          .isEqualTo(waiting.id().value());
      assertThat(target.find(waiting.id()).map(TargetUser::awaitsFirstLogin)).contains(false);
    }
  }

  @Test
  void clients_keep_their_secrets_and_service_accounts_their_roles() {
    try (var asBackend =
        target(
            new KeycloakOptions(
                second.url(),
                REALM,
                new AdminCredentials.ServiceAccount(
                    REALM, "backend", new Secret("made-up-secret"))))) {
      assertThat(asBackend.find(moved.id())).isPresent();
    }
  }

  @Test
  void the_realm_signs_with_the_same_keys_and_has_the_same_secrets() throws TroubleException {
    JsonNode there = JsonMapper.shared().readTree(place.resolve("backup/kept-realm.json").toFile());
    JsonNode again;
    try (var api = new KeycloakApi(options(second))) {
      again = api.get(api.realm("/sluice/backup/realm")).expectOk().body();
    }
    for (String part :
        List.of("components", "identityProviders", "groups", "roles", "smtpServer")) {
      assertThat(Sorted.text(again.path(part))).as(part).isEqualTo(Sorted.text(there.path(part)));
    }
    for (JsonNode client : there.path("clients")) {
      assertThat(Sorted.text(known(again.path("clients"), client)))
          .isEqualTo(Sorted.text(known(there.path("clients"), client)));
    }
    assertThat(there.toString())
        .contains("\"privateKey\":[\"MII", "made-up-idp-secret", "made-up-secret");
  }

  /** Without what Keycloak's import gives to those who had none: attributes, and a secret. */
  private static JsonNode known(JsonNode clients, JsonNode wanted) {
    ObjectNode found =
        clients
            .valueStream()
            .filter(client -> client.path("clientId").equals(wanted.path("clientId")))
            .map(client -> (ObjectNode) client.deepCopy())
            .findFirst()
            .orElseThrow();
    found.remove("attributes");
    if (!wanted.has("secret")) {
      found.remove("secret");
    }
    return found;
  }

  private void fill() throws Exception {
    try (var realm = ContractRealm.provision(FIRST, gateway.url())) {
      assertThat(realm.target().write(List.of(waiting, moved)))
          .containsExactly(
              new WriteOutcome.Created(waiting.id()), new WriteOutcome.Created(moved.id()));
      var logins = new Logins(FIRST);
      logins.makeClient(realm.api());
      Logins.subject(logins.byGrant(moved.username(), PASSWORD));
      KeycloakApi api = realm.api();
      String user = api.realm("/users/" + moved.id());
      Eventually.holds(() ->
          assertThat(api.get(user).body().path("attributes").has("sluice-unsettled")).isFalse());
      api.post(api.realm("/partialImport"), MorePeople.json(OWN)).expectOk();
    }
  }

  private Reply judge(Request request) {
    var question = JsonMapper.shared().readTree(request.body());
    PlannedUser user =
        question.path("login").asString("").equals(moved.username()) ? moved : waiting;
    return question.path("password").asString("").equals(PASSWORD)
        ? Reply.of(
            200, "{\"verdict\":\"proven\",\"user\":" + PlannedUserJson.of(user) + ",\"then\":[]}")
        : Reply.of(200, "{\"verdict\":\"refused\",\"reason\":\"wrong-password\"}");
  }

  private long asked(PlannedUser user) {
    return gateway.requests("POST /v1/first-login").stream()
        .filter(request -> request.body().contains(user.username()))
        .count();
  }

  private static PlannedUser person(String name) {
    return PlannedUserBuilder.full()
        .username(name)
        .identity("Google", "g-" + name)
        .firstPassword(FirstPassword.AT_FIRST_LOGIN)
        .attributes(Map.of("plan", List.of("gold", "silver"), "note", List.of("x".repeat(2_000))))
        .build();
  }

  private Logins logins() {
    return new Logins(options(second));
  }

  private static KeycloakTarget target(KeycloakServer server) {
    return target(options(server));
  }

  private static KeycloakTarget target(KeycloakOptions options) {
    return new KeycloakTarget(options, new KeycloakApi(options));
  }

  private static KeycloakOptions options(KeycloakServer server) {
    return new KeycloakOptions(
        server.url(), REALM, new AdminCredentials.Administrator("admin", new Secret(ADMIN)));
  }
}
