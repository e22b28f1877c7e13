package dev.sluice.app.gateway.request;

import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.TOKEN;
import static dev.sluice.app.gateway.RunningGateway.firstLogin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.gateway.RunningGateway;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhoMayAskTest {
  private static final RunningGateway gateway = new RunningGateway();

  @BeforeAll
  static void someoneToLogIn() {
    gateway.withMira();
  }

  @AfterAll
  static void end() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Bearer " + TOKEN + "x",
        "Basic " + TOKEN,
        TOKEN
      })
  void without_the_token_the_answer_is_401_and_nothing_is_looked_up(String authorization)
      throws Exception {
    int before = gateway.ledger.reads();
    HttpRequest.Builder question =
        gateway
            .request("/v1/first-login")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(firstLogin("mira@example.org", PASSWORD)));
    if (!authorization.isEmpty()) {
      question.header("Authorization", authorization);
    }

    HttpResponse<String> answer = gateway.send(question);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(gateway.ledger.reads()).isEqualTo(before);
    assertThat(gateway.check.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/users/mira",
        "/v1/nothing",
        "/nothing",
        "/actuator",
        "/actuator/prometheus",
        "/actuator/env",
        "/v1/users/..%2F..%2Factuator%2Fhealth",
        "/error"
      })
  void nothing_but_the_health_is_shown_to_strangers(String path) throws Exception {
    HttpResponse<String> answer = gateway.send(gateway.request(path));

    assertThat(answer.statusCode()).isIn(400, 401);
    assertThat(answer.body()).doesNotContain("mira", "UP");
  }

  @Test
  void the_scheme_may_be_written_in_any_case() throws Exception {
    HttpResponse<String> answer =
        gateway.send(
            gateway.request("/actuator/prometheus").header("Authorization", "bearer " + TOKEN));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/nothing", "/nothing", "/actuator/env", "/actuator", "/"})
  void an_unknown_path_is_404(String path) throws Exception {
    assertThat(gateway.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void a_wrong_method_is_405_and_the_right_one_is_told() throws Exception {
    HttpResponse<String> answer = gateway.get("/v1/first-login");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    assertThat(gateway.post("/v1/users/mira", "{}").statusCode()).isEqualTo(405);
  }
}
