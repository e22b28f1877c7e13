package dev.sluice.app.gateway.login;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.firstLogin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.app.gateway.RunningGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementEndpointTest {
  private final RunningGateway gateway = new RunningGateway(MigrationMode.BULK);

  @AfterEach
  void end() {
    gateway.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = MovedBy.class,
      names = {"PASSWORD", "RESET"})
  void a_settled_user_is_in_the_new_systems_charge_and_repeating_does_no_harm(MovedBy by)
      throws Exception {
    gateway.discover(MIRA, "mira", "mira@example.org");

    HttpResponse<String> first = settle(MIRA.value(), by.name());
    HttpResponse<String> second = settle(MIRA.value(), by.name());

    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(first.body()).isEmpty();
    assertThat(second.statusCode()).isEqualTo(204);
    assertThat(gateway.ledger.find(MIRA).orElseThrow().by()).isEqualTo(by);
  }

  @Test
  void settling_someone_whom_the_ledger_does_not_know_is_404() throws Exception {
    HttpResponse<String> answer = settle("nobody-7", "PASSWORD");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORCED", "FEDERATED", "password", ""})
  void a_user_settles_by_password_or_reset_alone(String by) throws Exception {
    gateway.discover(MIRA, "mira", "mira@example.org");

    HttpResponse<String> answer = settle(MIRA.value(), by);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("PASSWORD").contains("RESET");
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.DISCOVERED);
  }

  @Test
  void a_user_who_is_gone_is_not_brought_back() throws Exception {
    gateway.discover(MIRA, "mira", "mira@example.org");

    assertThat(gone(MIRA.value()).statusCode()).isEqualTo(204);
    assertThat(gone(MIRA.value()).statusCode()).isEqualTo(204);

    assertThat(settle(MIRA.value(), "PASSWORD").statusCode()).isEqualTo(404);
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.GONE);
  }

  @Test
  void someone_whom_the_ledger_does_not_know_cannot_be_gone() throws Exception {
    assertThat(gone("nobody-7").statusCode()).isEqualTo(404);
  }

  @Test
  void in_the_bulk_way_the_source_is_not_asked_and_resets_settle() throws Exception {
    gateway.withMira().discover(MIRA, "mira", "mira@example.org");

    HttpResponse<String> login =
        gateway.post("/v1/first-login", firstLogin("mira@example.org", PASSWORD));

    assertThat(login.body()).isEqualTo("{\"verdict\":\"refused\",\"reason\":\"reset-required\"}");
    assertThat(gateway.check.asked()).isEmpty();
    assertThat(settle(MIRA.value(), "RESET").statusCode()).isEqualTo(204);
  }

  @Test
  void while_the_ledger_cannot_be_written_the_caller_is_asked_to_repeat() throws Exception {
    gateway.ledger.breakDown();

    HttpResponse<String> answer = settle(MIRA.value(), "PASSWORD");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(answer.body()).doesNotContain("disk");
  }

  private HttpResponse<String> settle(String id, String by) throws Exception {
    return gateway.post("/v1/settled", "{\"userId\":\"%s\",\"by\":\"%s\"}".formatted(id, by));
  }

  private HttpResponse<String> gone(String id) throws Exception {
    return gateway.post("/v1/gone", "{\"userId\":\"%s\"}".formatted(id));
  }
}
