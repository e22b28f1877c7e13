package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contracts.PlannedUserBuilder;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.Fault;
import dev.sluice.contracts.fusionauth.Reply;
import dev.sluice.migration.ledger.Change;
import dev.sluice.migration.ledger.MigrationState;
import dev.sluice.migration.ledger.MovedBy;
import dev.sluice.migration.source.NoVerdictReason;
import dev.sluice.migration.source.SecondFactor;
import dev.sluice.migration.source.Verdict;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.WriteOutcome;
import dev.sluice.migration.user.FirstPassword;
import dev.sluice.migration.user.PlannedUser;
import dev.sluice.targets.fusionauth.FusionAuthTargetFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People log in at a FusionAuth, which asks us, or whose applications do. */
class FusionAuthLoginTest {
  private static final String LOGIN = "mira@example.org";

  private final FakeFusionAuth fusionAuth = FakeFusionAuth.start();
  private final String application = fusionAuth.addApplication("shop");
  private final Target target =
      new FusionAuthTargetFactory()
          .open(
              Map.of(
                  "url",
                  fusionAuth.url().toString(),
                  "api-key",
                  FakeFusionAuth.KEY,
                  "tenant-id",
                  FakeFusionAuth.TENANT,
                  "application-ids",
                  application,
                  "imported-users",
                  "v1-login"));
  private final RunningGateway gateway = new RunningGateway(target);
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void someoneToLogIn() {
    gateway.withMira();
  }

  @AfterEach
  void end() {
    client.close();
    gateway.close();
    target.close();
    fusionAuth.close();
  }

  @Test
  void a_first_login_through_the_connector_brings_the_whole_user_and_then_is_fusionauths_own()
      throws Exception {
    connect();

    assertThat(loginAtFusionAuth(PASSWORD).statusCode()).isEqualTo(200);

    JsonNode mira = fusionAuth.user(MIRA.value()).orElseThrow();
    assertThat(mira.path("email").asString()).isEqualTo(LOGIN);
    assertThat(mira.path("verified").asBoolean()).isTrue();
    assertThat(mira.at("/data/custom:plan").asString()).isEqualTo("gold");
    assertThat(mira.at("/registrations/0/applicationId").asString()).isEqualTo(application);
    assertThat(mira.at("/memberships/0/groupId").asString())
        .isEqualTo(fusionAuth.groups().getFirst().path("id").asString());
    waitUntilMoved();
    assertThat(gateway.ledger.find(MIRA).orElseThrow().by()).isEqualTo(MovedBy.PASSWORD);
    assertThat(loginAtFusionAuth(PASSWORD).statusCode()).isEqualTo(200);
    assertThat(gateway.check.asked()).hasSize(1);
  }

  @Test
  void a_wrong_password_and_an_outage_leave_nobody_behind() throws Exception {
    connect();
    assertThat(loginAtFusionAuth("not hers").statusCode()).isEqualTo(404);
    gateway.check.answersAlways(
        new Verdict.NoVerdict(NoVerdictReason.SOURCE_UNAVAILABLE, null, "out of reach"));

    loginAtFusionAuth(PASSWORD);

    assertThat(fusionAuth.userIds()).isEmpty();
    assertThat(gateway.ledger.count()).isZero();
  }

  @Test
  void a_temporary_password_must_be_changed_at_once() throws Exception {
    connect();
    gateway.check.answers(
        LOGIN, PASSWORD, new Verdict.Proven(LOGIN, MIRA, SecondFactor.NONE, true));

    assertThat(loginAtFusionAuth(PASSWORD).statusCode()).isEqualTo(203);
  }

  @Test
  void whoever_has_a_second_factor_is_not_let_in_by_either_way() throws Exception {
    connect();
    gateway.check.answers(
        LOGIN, PASSWORD, new Verdict.Proven(LOGIN, MIRA, SecondFactor.SETUP, false));

    assertThat(loginAtFusionAuth(PASSWORD).statusCode()).isEqualTo(404);
    assertThat(loginAtUs(PASSWORD).statusCode()).isEqualTo(403);

    assertThat(fusionAuth.userIds()).isEmpty();
  }

  @Test
  void without_connectors_the_first_login_through_us_creates_the_user_and_is_fusionauths_answer()
      throws Exception {
    HttpResponse<String> answer = loginAtUs(PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("token").asString()).contains(MIRA.value());
    assertThat(json(answer).at("/user/data/custom:plan").asString()).isEqualTo("gold");
    assertThat(fusionAuth.passwordOf(MIRA.value())).contains(PASSWORD);
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.MIGRATED);
    assertThat(loginAtUs(PASSWORD).statusCode()).isEqualTo(200);
    assertThat(loginAtUs("not hers").statusCode()).isEqualTo(404);
    assertThat(gateway.check.asked()).hasSize(1);
  }

  @Test
  void a_user_who_was_imported_without_a_password_gets_it_and_nothing_else_is_changed()
      throws Exception {
    imported();

    assertThat(loginAtUs(PASSWORD).statusCode()).isEqualTo(200);

    assertThat(fusionAuth.calls("POST /api/user/import")).hasSize(1);
    assertThat(fusionAuth.user(MIRA.value()).orElseThrow().at("/data/custom:plan").asString())
        .isEqualTo("gold");
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.MIGRATED);
  }

  @Test
  void a_password_that_was_reset_at_fusionauth_is_the_one_that_counts() throws Exception {
    imported();
    fusionAuth.setPassword(MIRA.value(), "a new one");

    assertThat(loginAtUs(PASSWORD).statusCode()).isEqualTo(404);
    assertThat(loginAtUs("a new one").statusCode()).isEqualTo(200);

    assertThat(gateway.ledger.find(MIRA).orElseThrow().by()).isEqualTo(MovedBy.RESET);
    assertThat(gateway.check.asked()).isEmpty();
  }

  @Test
  void a_temporary_password_through_us_is_203_as_from_fusionauth() throws Exception {
    gateway.check.answers(
        LOGIN, PASSWORD, new Verdict.Proven(LOGIN, MIRA, SecondFactor.NONE, true));

    HttpResponse<String> answer = loginAtUs(PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(203);
    assertThat(json(answer).path("changePasswordId").asString()).isNotEmpty();
  }

  @Test
  void a_fusionauth_that_fails_at_any_step_is_503_and_the_next_login_makes_up_for_it()
      throws Exception {
    List<String> steps =
        List.of("POST /api/login", "GET /api/user", "POST /api/user/import", "PATCH /api/user");
    for (String step : steps) {
      fusionAuth.faults().strike(step, new Fault.Instead(Reply.of(503)));
      assertThat(loginAtUs(PASSWORD).statusCode()).as(step).isEqualTo(503);
      assertThat(fusionAuth.faults().left()).as(step).isZero();
    }

    assertThat(loginAtUs(PASSWORD).statusCode()).isEqualTo(200);
    assertThat(fusionAuth.userIds()).containsExactly(MIRA.value());
  }

  @Test
  void an_answer_that_was_lost_after_the_password_was_set_costs_nothing() throws Exception {
    fusionAuth.faults().strike("PATCH /api/user", new Fault.AnswerLost());

    assertThat(loginAtUs(PASSWORD).statusCode()).isEqualTo(503);

    assertThat(loginAtUs(PASSWORD).statusCode()).isEqualTo(200);
    assertThat(gateway.ledger.find(MIRA).orElseThrow().by()).isEqualTo(MovedBy.PASSWORD);
  }

  @Test
  void a_key_that_may_not_log_in_is_an_outage_and_not_a_wrong_password() throws Exception {
    fusionAuth.faults().strike("POST /api/login", new Fault.Instead(Reply.of(401)));

    HttpResponse<String> answer = loginAtUs(PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("target-unavailable");
  }

  private void imported() {
    gateway.discover(MIRA, "mira", LOGIN);
    gateway.ledger.move("test", Change.imported(MIRA));
    PlannedUser mira =
        PlannedUserBuilder.plain()
            .id(MIRA.value())
            .username("mira")
            .email(LOGIN, true)
            .attributes(Map.of("custom:plan", List.of("gold")))
            .firstPassword(FirstPassword.AT_FIRST_LOGIN)
            .build();
    assertThat(target.write(List.of(mira))).containsExactly(new WriteOutcome.Created(MIRA));
  }

  private void waitUntilMoved() throws InterruptedException {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (gateway.ledger.stateOf(MIRA.value()) != MigrationState.MIGRATED
        && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.MIGRATED);
  }

  /** Makes a Generic Connector to the gateway, first in order and migrating. */
  private void connect() throws Exception {
    String connector =
        """
        {"connector": {"name": "old pool", "type": "Generic",
          "authenticationURL": "%s/hooks/fusionauth", "connectTimeout": 1000, "readTimeout": 3000,
          "headers": {"Authorization": "Bearer %s"}}}
        """
            .formatted(gateway.uri(), TOKEN);
    String id = json(call("POST", "/api/connector", connector)).at("/connector/id").asString();
    String policy =
        """
        {"tenant": {"connectorPolicies": [{"connectorId": "%s", "domains": ["*"], "migrate": true}]}}
        """
            .formatted(id);
    assertThat(call("PATCH", "/api/tenant/" + FakeFusionAuth.TENANT, policy).statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> loginAtFusionAuth(String password) throws Exception {
    return call("POST", "/api/login", body(password));
  }

  private HttpResponse<String> loginAtUs(String password) throws Exception {
    return gateway.post("/v1/login", body(password));
  }

  private String body(String password) {
    return "{\"applicationId\":\"%s\",\"loginId\":\"%s\",\"password\":\"%s\"}"
        .formatted(application, LOGIN, password);
  }

  private HttpResponse<String> call(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fusionAuth.url() + path))
            .header("Authorization", FakeFusionAuth.KEY)
            .header("X-FusionAuth-TenantId", FakeFusionAuth.TENANT)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
