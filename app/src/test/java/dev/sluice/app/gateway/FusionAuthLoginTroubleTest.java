package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.FusionAuthWithGateway.LOGIN;
import static dev.sluice.app.gateway.FusionAuthWithGateway.json;
import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** People log in through us at a FusionAuth that fails in the middle of it. */
class FusionAuthLoginTroubleTest {
  private final FusionAuthWithGateway world = new FusionAuthWithGateway();
  private final FakeFusionAuth fusionAuth = world.fusionAuth;
  private final RunningGateway gateway = world.gateway;

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void a_fusionauth_that_fails_at_any_step_is_503_and_the_next_login_makes_up_for_it()
      throws Exception {
    List<String> steps =
        List.of("POST /api/login", "GET /api/user", "POST /api/user/import", "PATCH /api/user");
    for (String step : steps) {
      fusionAuth.faults().strike(step, new Fault.Instead(Reply.of(503)));
      assertThat(world.loginAtUs(PASSWORD).statusCode()).as(step).isEqualTo(503);
      assertThat(fusionAuth.faults().left()).as(step).isZero();
    }

    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(200);
    assertThat(fusionAuth.userIds()).containsExactly(MIRA.value());
  }

  @Test
  void an_answer_that_was_lost_after_the_password_was_set_costs_nothing() throws Exception {
    fusionAuth.faults().strike("PATCH /api/user", new Fault.AnswerLost());

    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(503);

    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(200);
    assertThat(gateway.ledger.find(MIRA).orElseThrow().by()).isEqualTo(MovedBy.PASSWORD);
  }

  @Test
  void a_key_that_may_not_log_in_is_an_outage_and_not_a_wrong_password() throws Exception {
    fusionAuth.faults().strike("POST /api/login", new Fault.Instead(Reply.of(401)));

    HttpResponse<String> answer = world.loginAtUs(PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("target-unavailable");
  }

  @Test
  void what_a_proxy_says_while_fusionauth_is_away_is_not_a_wrong_password() throws Exception {
    fusionAuth.faults().strike("POST /api/login", new Fault.InItsPlace(404, "404 page not found"));

    HttpResponse<String> answer = world.loginAtUs(PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("target-unavailable");
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 400, 404})
  void a_temporary_password_is_changed_even_where_the_demand_for_it_is_lost(int status)
      throws Exception {
    gateway.check.answers(
        LOGIN, PASSWORD, new Verdict.Proven(LOGIN, MIRA, SecondFactor.NONE, true));
    fusionAuth
        .faults()
        .strike(
            FusionAuthLoginTroubleTest::isDemand,
            new Fault.Instead(
                Reply.of(status, JsonMapper.shared().readTree("{\"generalErrors\": []}"))));
    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(503);
    assertThat(fusionAuth.faults().left()).isZero();

    HttpResponse<String> again = world.loginAtUs(PASSWORD);

    assertThat(again.statusCode()).isEqualTo(203);
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.MIGRATED);
    changePassword(again, "made-up Zebra 41");
    assertThat(world.loginAtUs("made-up Zebra 41").statusCode()).isEqualTo(200);
    assertThat(fusionAuth.user(MIRA.value()).orElseThrow().at("/data/custom:plan").asString())
        .isEqualTo("gold");
  }

  @Test
  void whoever_owes_a_new_password_is_not_let_in_while_it_cannot_be_demanded() throws Exception {
    gateway.check.answers(
        LOGIN, PASSWORD, new Verdict.Proven(LOGIN, MIRA, SecondFactor.NONE, true));
    for (int i = 0; i < 2; i++) {
      fusionAuth
          .faults()
          .strike(FusionAuthLoginTroubleTest::isDemand, new Fault.Instead(Reply.of(503)));
    }

    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(503);
    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(503);

    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(203);
  }

  private static boolean isDemand(Call call) {
    return call.line().startsWith("PATCH /api/user") && !call.body().path("user").has("password");
  }

  private void changePassword(HttpResponse<String> asked, String password) throws Exception {
    String ticket = json(asked).path("changePasswordId").asString();
    assertThat(
            world
                .call(
                    "POST",
                    "/api/user/change-password/" + ticket,
                    "{\"password\":\"%s\"}".formatted(password))
                .statusCode())
        .isEqualTo(200);
  }
}
