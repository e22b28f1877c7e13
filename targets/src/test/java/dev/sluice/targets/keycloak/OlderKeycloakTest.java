package dev.sluice.targets.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.backup.BackupMethod;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.contracts.target.TargetContract;
import dev.sluice.harness.Eventually;
import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.keycloak.ProviderJar;
import dev.sluice.targets.PlannedUserJson;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import dev.sluice.targets.keycloak.HttpStub.Request;
import dev.sluice.targets.keycloak.api.AdminCredentials;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each Keycloak before the newest that Sluice supports takes users and lets them in. They run on
 * their own file database, each from the same jar.
 */
@ParameterizedClass(name = "Keycloak {0}")
@MethodSource("dev.sluice.servers.keycloak.KeycloakReleases#older")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields before each release
class OlderKeycloakTest extends TargetContract {
  private static final String PASSWORD = "made-up Heslo-93! äöü";
  private static final String INVALID = "Invalid user credentials";
  private static final String FIRST_LOGIN = "POST /v1/first-login";
  private static final String SETTLED = "POST /v1/settled";

  private final Map<String, PlannedUser> people = new ConcurrentHashMap<>();

  @Parameter private String version;
  private HttpStub gateway;
  private KeycloakServer server;
  private ContractRealm realm;
  private ContractRealm other;
  private Logins logins;

  @BeforeParameterizedClassInvocation
  void start() throws TroubleException {
    gateway = new HttpStub();
    gateway.on(FIRST_LOGIN, this::judge).on(SETTLED, Reply.of(204, ""));
    server =
        KeycloakServer.builder(KeycloakDistribution.obtain(version))
            .providers(ProviderJar.of(ExtensionVersion.class))
            .allowingLoginsThatFollowAtOnce()
            .start();
    var administrator =
        new AdminCredentials.Administrator(
            server.adminUsername(), new Secret(server.adminPassword()));
    realm =
        ContractRealm.provision(
            new KeycloakOptions(server.url(), "older", administrator), gateway.url());
    other =
        ContractRealm.provision(
            new KeycloakOptions(server.url(), "another", administrator), gateway.url());
    logins = new Logins(realm.options());
    logins.makeClient(realm.api());
    ObjectNode owners = JsonMapper.shared().createObjectNode().put("eventsEnabled", true);
    owners
        .putObject("smtpServer")
        .put("host", "127.0.0.1")
        .put("port", "1")
        .put("from", "a@b.example");
    owners.put("resetPasswordAllowed", true);
    realm.api().put(realm.api().realm(""), owners).expectOk();
  }

  @AfterParameterizedClassInvocation
  void stop() {
    realm.close();
    other.close();
    server.close();
    gateway.close();
  }

  @Test
  void it_is_provisioned_and_says_which_it_is() {
    assertThat(realm.plan(gateway.url())).isEmpty();
    assertThat(target().check())
        .isInstanceOfSatisfying(
            Readiness.Ready.class,
            ready -> assertThat(ready.version()).startsWith("Keycloak " + version + ", extension"));
  }

  @Test
  void users_are_written_the_fast_way() throws TroubleException {
    written();
    ObjectNode nobody = JsonMapper.shared().createObjectNode();
    nobody.putArray("users");
    Answer answer = realm.api().post(realm.api().realm("/sluice/users"), nobody).expectOk();
    assertThat(answer.body().path("writer").asString("")).isEqualTo("entities");
  }

  @Test
  void the_old_password_moves_and_the_second_login_asks_nobody() throws Exception {
    PlannedUser user = written();

    assertThat(logins.byGrant(user.username(), "not " + PASSWORD).body()).contains(INVALID);
    assertThat(target().find(user.id()).orElseThrow().awaitsFirstLogin()).isTrue();
    assertThat(Logins.subject(logins.byGrant(user.username(), PASSWORD)))
        .isEqualTo(user.id().value());
    assertThat(Logins.subject(logins.byGrant(user.username() + "@example.org", PASSWORD)))
        .isEqualTo(user.id().value());

    assertThat(asked(user)).hasSize(2);
    assertThat(target().find(user.id()).orElseThrow().awaitsFirstLogin()).isFalse();
    assertThat(target().find(user.id()).orElseThrow().hasPassword()).isTrue();
    assertSettled(user, "PASSWORD");
  }

  @Test
  void the_form_moves_it_too() throws Exception {
    PlannedUser user = written();

    assertThat(logins.byForm(user.username(), "not " + PASSWORD).body())
        .contains("We could not log you in");
    assertThat(Logins.isLoggedIn(logins.byForm(user.username(), PASSWORD))).isTrue();
    assertThat(Logins.isLoggedIn(logins.byForm(user.username(), PASSWORD))).isTrue();

    assertThat(asked(user)).hasSize(2);
    assertSettled(user, "PASSWORD");
  }

  @Test
  void who_was_not_written_yet_is_created_with_the_old_id() {
    PlannedUser user = known();

    assertThat(logins.byGrant(user.username(), "not " + PASSWORD).body()).contains(INVALID);
    assertThat(target().find(user.id())).isEmpty();
    assertThat(Logins.subject(logins.byGrant(user.username(), PASSWORD)))
        .isEqualTo(user.id().value());

    PlannedUser kept = stored(user.id()).orElseThrow();
    assertThat(kept.groups()).containsExactlyInAnyOrderElementsOf(user.groups());
    assertThat(kept.createdAt()).isEqualTo(user.createdAt());
  }

  @Test
  void without_a_verdict_people_are_asked_to_try_again() {
    PlannedUser user = written();
    people.remove(user.username());

    assertThat(logins.byGrant(user.username(), PASSWORD).statusCode()).isEqualTo(503);
    assertThat(logins.byForm(user.username(), PASSWORD).body())
        .contains("We cannot check your password at the moment");
    assertThat(target().find(user.id()).orElseThrow().awaitsFirstLogin()).isTrue();
  }

  @Test
  void it_is_backed_up_with_its_users_and_keys() {
    PlannedUser user = written();
    StringBuilder users = new StringBuilder();
    Map<String, String> files = new HashMap<>();
    var source = ((BackupMethod.ByFiles) target().backup()).source();
    source.read((name, content, inIt) -> files.put(name, new String(content, UTF_8)));
    files.forEach((name, content) -> users.append(name.contains("-users-") ? content : ""));

    assertThat(source.contents().version()).isEqualTo(version);
    assertThat(users.toString()).contains(user.id().value(), "\"federationLink\"");
    assertThat(files.get("older-realm.json")).contains("\"privateKey\"");
  }

  @Test
  void a_new_password_settles_and_the_old_one_is_no_use_any_more() throws Exception {
    PlannedUser user = written();
    gateway.on(
        "GET /v1/users/" + UrlPath.encode(user.id().value()) + "/second-factor",
        Reply.of(200, "{\"secondFactor\":\"no\"}"));

    realm.reset(user.id(), "Brand-new-9");

    assertThat(logins.byGrant(user.username(), PASSWORD).body()).contains(INVALID);
    assertThat(Logins.subject(logins.byGrant(user.username(), "Brand-new-9")))
        .isEqualTo(user.id().value());
    assertThat(asked(user)).isEmpty();
    assertSettled(user, "RESET");
  }

  @Test
  void a_forgotten_password_is_mailed_to_verified_addresses_only() throws TroubleException {
    PlannedUser verified = written();
    PlannedUser unverified =
        PlannedUserBuilder.plain()
            .email("mistyped@example.org", false)
            .firstPassword(FirstPassword.AT_FIRST_LOGIN)
            .build();
    target().write(List.of(unverified));

    assertThat(logins.forgot(unverified.username())).contains("You should receive an email");
    assertThat(logins.forgot(verified.username())).contains("You should receive an email");

    assertThat(resetErrors(unverified)).containsExactly("invalid_email");
    assertThat(resetErrors(verified)).doesNotContain("invalid_email");
  }

  private List<String> resetErrors(PlannedUser user) throws TroubleException {
    String path = realm.api().realm("/events?type=RESET_PASSWORD_ERROR&user=" + user.id());
    return realm
        .api()
        .get(path)
        .expectOk()
        .body()
        .valueStream()
        .map(event -> event.path("error").asString(""))
        .toList();
  }

  private PlannedUser known() {
    String tag = UUID.randomUUID().toString();
    PlannedUser user = PlannedUserBuilder.full().identity("Google", "g-" + tag).build();
    people.put(user.username(), user);
    return user;
  }

  private PlannedUser written() {
    PlannedUser user = known();
    assertThat(target().write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));
    return user;
  }

  private Reply judge(Request request) {
    var asked = JsonMapper.shared().readTree(request.body());
    PlannedUser user = people.get(asked.path("login").asString(""));
    if (user == null) {
      return Reply.of(503, "{\"verdict\":\"none\",\"reason\":\"source-unavailable\"}");
    }
    return asked.path("password").asString("").equals(PASSWORD)
        ? Reply.of(
            200, "{\"verdict\":\"proven\",\"user\":" + PlannedUserJson.of(user) + ",\"then\":[]}")
        : Reply.of(200, "{\"verdict\":\"refused\",\"reason\":\"wrong-password\"}");
  }

  private List<Request> asked(PlannedUser user) {
    return gateway.requests(FIRST_LOGIN).stream()
        .filter(request -> request.body().contains(user.id().value()))
        .toList();
  }

  /** Told once, and nothing is left to tell. */
  private void assertSettled(PlannedUser user, String by) throws Exception {
    KeycloakApi api = realm.api();
    String path = api.realm("/users/" + user.id());
    Eventually.holds(() -> {
      assertThat(settled(user)).singleElement().asString().contains(by);
      assertThat(api.get(path).body().path("attributes").has("sluice-unsettled")).isFalse();
    });
    assertThat(settled(user)).hasSize(1);
  }

  private List<Request> settled(PlannedUser user) {
    return gateway.requests(SETTLED).stream()
        .filter(request -> request.body().contains(user.id().value()))
        .toList();
  }

  @Override
  protected Target target() {
    return realm.target();
  }

  @Override
  protected Optional<PlannedUser> stored(UserId id) {
    return new StoredUsers(realm.api()).read(id);
  }

  @Override
  protected void move(UserId id) {
    realm.reset(id, "made-up Zebra 41");
  }

  @Override
  protected void cutOff(UserId id) {
    realm.cutOff(id);
  }

  @Override
  protected void bringElsewhere(PlannedUser user) {
    assertThat(other.target().write(List.of(user)))
        .containsExactly(new WriteOutcome.Created(user.id()));
  }

  @Override
  protected boolean asksAbout(String login) {
    logins.byGrant(login, "not " + PASSWORD);
    return gateway.requests(FIRST_LOGIN).stream()
        .anyMatch(request -> request.body().contains(login));
  }
}
