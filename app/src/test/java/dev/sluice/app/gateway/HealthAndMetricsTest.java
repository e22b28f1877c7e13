package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.firstLogin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.Verdict;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthAndMetricsTest {
  private final RunningGateway gateway = new RunningGateway().withMira();

  @AfterEach
  void end() {
    gateway.close();
  }

  @Test
  void the_health_needs_no_token_and_tells_no_details() throws Exception {
    HttpResponse<String> answer = gateway.send(gateway.request("/actuator/health"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void the_health_is_down_while_the_ledger_cannot_be_read() throws Exception {
    gateway.ledger.breakDown();

    HttpResponse<String> answer = gateway.send(gateway.request("/actuator/health"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"status\":\"DOWN\"}");
  }

  @Test
  void verdicts_are_counted_by_kind_and_reason_and_first_logins_timed() throws Exception {
    login("wrong");
    login("wrong too");
    login(PASSWORD);
    gateway.check.answersAlways(
        new Verdict.NoVerdict(NoVerdictReason.SOURCE_THROTTLED, null, "slow down"));
    login(PASSWORD);

    assertThat(metrics())
        .contains("sluice_verdicts_total{reason=\"wrong-password\",verdict=\"refused\"} 2.0")
        .contains("sluice_verdicts_total{reason=\"source-throttled\",verdict=\"none\"} 1.0")
        .contains("sluice_verdicts_total{reason=\"\",verdict=\"proven\"} 1.0")
        .contains("sluice_first_login_seconds_count 4")
        .doesNotContain("mira");
  }

  @Test
  void users_are_counted_by_state_and_the_ledger_is_not_asked_at_every_look() throws Exception {
    gateway.discover(MIRA, "mira", "mira@example.org");
    gateway.ledger.move("test", Change.migrated(MIRA, MovedBy.PASSWORD));

    metrics();

    assertThat(metrics())
        .contains("sluice_users{state=\"MIGRATED\"} 1.0")
        .contains("sluice_users{state=\"DISCOVERED\"} 0.0")
        .contains("sluice_users_moved{by=\"PASSWORD\"} 1.0");
    assertThat(gateway.ledger.tallies()).isEqualTo(1);
  }

  private void login(String password) throws Exception {
    gateway.post("/v1/first-login", firstLogin("mira@example.org", password));
  }

  private String metrics() throws Exception {
    return gateway.get("/actuator/prometheus").body();
  }
}
