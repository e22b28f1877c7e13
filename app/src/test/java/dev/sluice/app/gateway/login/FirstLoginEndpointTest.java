package dev.sluice.app.gateway.login;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.firstLogin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.app.gateway.RunningGateway;
import dev.sluice.harness.Eventually;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FirstLoginEndpointTest {
  private final RunningGateway gateway = new RunningGateway();

  @BeforeEach
  void someoneToLogIn() {
    gateway.withMira();
  }

  @AfterEach
  void end() {
    gateway.close();
  }

  @Test
  void a_right_password_is_proven_and_the_user_comes_with_it() throws Exception {
    HttpResponse<String> answer = login("mira@example.org", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = json(answer);
    assertThat(json.path("verdict").stringValue()).isEqualTo("proven");
    assertThat(json.path("then").isEmpty()).isTrue();
    assertThat(json.at("/user/id").stringValue()).isEqualTo(MIRA.value());
    assertThat(json.at("/user/email").stringValue()).isEqualTo("mira@example.org");
    assertThat(json.at("/user/emailVerified").booleanValue()).isTrue();
    assertThat(json.at("/user/attributes/custom:plan/0").stringValue()).isEqualTo("gold");
    assertThat(json.at("/user/groups/0").stringValue()).isEqualTo("/readers");
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.DISCOVERED);
  }

  @Test
  void what_the_user_still_owes_is_told() throws Exception {
    Challenge challenge =
        new Challenge(
            SecondFactor.TOTP, "mira@example.org", new Secret("made-up session"), null, List.of());
    gateway.check.answers(
        "mira@example.org",
        PASSWORD,
        new Verdict.Proven("mira@example.org", MIRA, SecondFactor.TOTP, true, challenge));

    JsonNode then = json(login("mira@example.org", PASSWORD)).path("then");

    assertThat(then.toString()).isEqualTo("[\"NEW_PASSWORD\",\"SECOND_FACTOR\"]");
  }

  @Test
  void a_wrong_password_is_refused_and_creates_nothing() throws Exception {
    HttpResponse<String> answer = login("mira@example.org", "not hers");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"verdict\":\"refused\",\"reason\":\"wrong-password\"}");
    assertThat(gateway.ledger.findByLogin("mira@example.org")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void a_refusal_says_its_reason(RefusalReason reason) throws Exception {
    gateway.check.answersAlways(new Verdict.Refused(reason));

    HttpResponse<String> answer = login("mira@example.org", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"verdict\":\"refused\",\"reason\":\"%s\"}".formatted(reason.word()));
  }

  @ParameterizedTest
  @EnumSource(NoVerdictReason.class)
  void what_proves_nothing_is_503_with_its_reason_and_when_to_try_again(NoVerdictReason reason)
      throws Exception {
    gateway.check.answersAlways(new Verdict.NoVerdict(reason, Duration.ofMillis(2_001), "why"));

    HttpResponse<String> answer = login("mira@example.org", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
    assertThat(answer.body())
        .isEqualTo("{\"verdict\":\"none\",\"reason\":\"%s\"}".formatted(reason.word()));
  }

  @Test
  void a_user_who_moved_is_refused_without_asking_the_source() throws Exception {
    assertThat(login("mira@example.org", PASSWORD).statusCode()).isEqualTo(200);
    String settled = "{\"userId\":\"%s\",\"by\":\"PASSWORD\"}".formatted(MIRA);
    assertThat(gateway.post("/v1/settled", settled).statusCode()).isEqualTo(204);

    HttpResponse<String> again = login("mira@example.org", PASSWORD);

    assertThat(again.body()).isEqualTo("{\"verdict\":\"refused\",\"reason\":\"already-moved\"}");
    assertThat(gateway.check.asked()).hasSize(1);
  }

  @Test
  void a_fifth_wrong_password_does_not_reach_the_source() throws Exception {
    for (int attempt = 1; attempt <= 4; attempt++) {
      assertThat(login("mira@example.org", "wrong " + attempt).statusCode()).isEqualTo(200);
      // Whose it is, is found out beside the answer.
      Eventually.holds(
          () -> assertThat(gateway.ledger.findByLogin("mira@example.org")).isNotEmpty());
    }

    HttpResponse<String> fifth = login("mira@example.org", PASSWORD);

    assertThat(fifth.statusCode()).isEqualTo(503);
    assertThat(fifth.body()).contains("too-many-attempts");
    assertThat(Integer.parseInt(fifth.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(800, 900);
    assertThat(gateway.check.asked()).hasSize(4);
  }

  @Test
  void a_ledger_that_cannot_be_read_proves_nothing() throws Exception {
    gateway.ledger.breakDown();

    HttpResponse<String> answer = login("mira@example.org", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"verdict\":\"none\",\"reason\":\"ledger-unavailable\"}");
    assertThat(gateway.check.asked()).isEmpty();
  }

  @Test
  void the_id_that_the_new_system_has_must_be_the_one_that_is_proven() throws Exception {
    HttpResponse<String> answer =
        gateway.post(
            "/v1/first-login",
            "{\"login\":\"mira@example.org\",\"userId\":\"someone-else\",\"password\":\"%s\"}"
                .formatted(PASSWORD));

    assertThat(answer.body()).isEqualTo("{\"verdict\":\"refused\",\"reason\":\"wrong-password\"}");
  }

  private HttpResponse<String> login(String login, String password) throws Exception {
    return gateway.post("/v1/first-login", firstLogin(login, password));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
