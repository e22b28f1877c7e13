package dev.sluice.app.gateway.login;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.firstLogin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.FactorVerdict;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.app.gateway.RunningGateway;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The second step of a first login, over the wire. */
class FactorEndpointTest {
  private static final String SESSION = "session-of-cognito-0815";

  private final RunningGateway gateway = new RunningGateway().withMira();

  @AfterEach
  void end() {
    gateway.close();
  }

  @Test
  void a_proven_password_comes_with_the_factor_and_without_the_sources_session() throws Exception {
    asks(SecondFactor.SMS, "+*******1234", List.of());

    HttpResponse<String> answer = login();

    JsonNode json = json(answer);
    assertThat(json.path("verdict").asString()).isEqualTo("proven");
    assertThat(json.path("then").toString()).isEqualTo("[\"SECOND_FACTOR\"]");
    assertThat(json.at("/factor/kind").asString()).isEqualTo("SMS");
    assertThat(json.at("/factor/destination").asString()).isEqualTo("+*******1234");
    assertThat(json.path("factor").has("kinds")).isFalse();
    assertThat(json.at("/factor/challenge").asString()).hasSizeGreaterThan(100);
    assertThat(answer.body()).doesNotContain(SESSION);
  }

  @Test
  void a_factor_that_no_code_answers_is_owed_and_comes_without_a_challenge() throws Exception {
    gateway.check.answers(
        "mira@example.org",
        PASSWORD,
        new Verdict.Proven("mira@example.org", MIRA, SecondFactor.SETUP, false));

    JsonNode json = json(login());

    assertThat(json.path("then").toString()).isEqualTo("[\"SECOND_FACTOR\"]");
    assertThat(json.has("factor")).isFalse();
  }

  @Test
  void the_right_code_is_proven_for_the_user_who_was_asked() throws Exception {
    asks(SecondFactor.TOTP, null, List.of());
    gateway.check.answersFactor(SESSION, "246810", new FactorVerdict.Right(MIRA));

    HttpResponse<String> answer = code(challenge(), "246810");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"verdict\":\"proven\",\"userId\":\"%s\"}".formatted(MIRA));
  }

  @Test
  void a_wrong_code_is_refused_and_may_be_tried_again_but_not_for_ever() throws Exception {
    asks(SecondFactor.TOTP, null, List.of());
    String challenge = challenge();

    for (int attempt = 1; attempt <= 4; attempt++) {
      assertThat(code(challenge, "00000" + attempt).body())
          .isEqualTo("{\"verdict\":\"refused\",\"reason\":\"wrong-code\"}");
    }
    HttpResponse<String> fifth = code(challenge, "000005");

    assertThat(fifth.statusCode()).isEqualTo(503);
    assertThat(fifth.body()).isEqualTo("{\"verdict\":\"none\",\"reason\":\"too-many-attempts\"}");
    assertThat(fifth.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void a_session_that_the_source_has_ended_and_a_challenge_that_is_not_ours_are_expired()
      throws Exception {
    asks(SecondFactor.TOTP, null, List.of());
    gateway.check.answersFactor(
        SESSION, "246810", new FactorVerdict.Refused(RefusalReason.CHALLENGE_EXPIRED));
    String expired = "{\"verdict\":\"refused\",\"reason\":\"challenge-expired\"}";

    assertThat(code(challenge(), "246810").body()).isEqualTo(expired);
    assertThat(code("made-up", "246810").body()).isEqualTo(expired);
  }

  @Test
  void what_proves_nothing_is_503_with_its_reason_and_when_to_try_again() throws Exception {
    asks(SecondFactor.EMAIL, "m***@e***", List.of());
    gateway.check.answersFactor(
        SESSION,
        "246810",
        new FactorVerdict.NoVerdict(
            NoVerdictReason.TRIGGER_FAILED, Duration.ofMillis(8_001), "made up"));

    HttpResponse<String> answer = code(challenge(), "246810");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("9");
    assertThat(answer.body()).isEqualTo("{\"verdict\":\"none\",\"reason\":\"trigger-failed\"}");
  }

  @Test
  void who_may_choose_is_told_the_kinds_and_asked_for_the_one_that_is_named() throws Exception {
    asks(SecondFactor.CHOICE, null, List.of(SecondFactor.EMAIL, SecondFactor.TOTP));
    gateway
        .check
        .answersFactor(
            SESSION,
            "EMAIL",
            new FactorVerdict.Asked(
                new Challenge(
                    SecondFactor.EMAIL, "mira", new Secret("session-2"), "m***@e***", List.of())))
        .answersFactor("session-2", "135791", new FactorVerdict.Right(MIRA));
    JsonNode factor = json(login()).path("factor");
    assertThat(factor.path("kinds").toString()).isEqualTo("[\"EMAIL\",\"TOTP\"]");

    JsonNode asked = json(choose(factor.path("challenge").asString(), "EMAIL"));

    assertThat(asked.path("verdict").asString()).isEqualTo("asked");
    assertThat(asked.at("/factor/kind").asString()).isEqualTo("EMAIL");
    assertThat(asked.at("/factor/destination").asString()).isEqualTo("m***@e***");
    assertThat(code(asked.at("/factor/challenge").asString(), "135791").body())
        .contains("\"proven\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"code\":\"123456\"}                                      | \\\"challenge\\\" is missing",
        "{\"challenge\":\"CHALLENGE\"}                              | Send \\\"code\\\", or"
            + " \\\"kind\\\"",
        "{\"challenge\":\"CHALLENGE\",\"code\":\"1\",\"kind\":\"SMS\"} | Send \\\"code\\\", or"
            + " \\\"kind\\\"",
        "{\"challenge\":\"CHALLENGE\",\"code\":\" \"}               | \\\"code\\\" must be a text"
            + " of 1 to 64",
        "{\"challenge\":\"CHALLENGE\",\"kind\":\"SMS\"}             | requires a \\\"code\\\"",
        "{\"challenge\":\"CHALLENGE\",\"kind\":\"PIGEON\"}          | \\\"kind\\\" has a value of"
            + " the wrong type"
      })
  void a_mistake_of_the_caller_is_told_and_counts_nothing(String body, String told)
      throws Exception {
    asks(SecondFactor.TOTP, null, List.of());

    HttpResponse<String> answer = post(body.replace("CHALLENGE", challenge()));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(told);
    assertThat(gateway.check.asked()).containsExactly("mira@example.org");
  }

  @Test
  void nobody_without_the_token_gets_an_answer() throws Exception {
    assertThat(
            gateway
                .send(
                    gateway
                        .request("/v1/first-login/code")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .statusCode())
        .isEqualTo(401);
  }

  private void asks(SecondFactor factor, @Nullable String destination, List<SecondFactor> choices) {
    Challenge challenge = new Challenge(factor, "mira", new Secret(SESSION), destination, choices);
    gateway.check.answers(
        "mira@example.org",
        PASSWORD,
        new Verdict.Proven("mira@example.org", MIRA, factor, false, challenge));
  }

  private HttpResponse<String> login() throws Exception {
    return gateway.post("/v1/first-login", firstLogin("mira@example.org", PASSWORD));
  }

  private String challenge() throws Exception {
    return json(login()).at("/factor/challenge").asString();
  }

  private HttpResponse<String> code(String challenge, String code) throws Exception {
    return post(
        "{\"challenge\":\"%s\",\"code\":\"%s\",\"client\":{\"ip\":\"192.0.2.7\"}}"
            .formatted(challenge, code));
  }

  private HttpResponse<String> choose(String challenge, String kind) throws Exception {
    return post("{\"challenge\":\"%s\",\"kind\":\"%s\"}".formatted(challenge, kind));
  }

  private HttpResponse<String> post(String body) throws Exception {
    return gateway.post("/v1/first-login/code", body);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
