package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.FusionAuthWithGateway.LOGIN;
import static dev.sluice.app.gateway.FusionAuthWithGateway.json;
import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People log in at a FusionAuth, which asks us, or whose applications do. */
class FusionAuthLoginTest {
  private final FusionAuthWithGateway world = new FusionAuthWithGateway();
  private final FakeFusionAuth fusionAuth = world.fusionAuth;
  private final RunningGateway gateway = world.gateway;

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void a_first_login_through_the_connector_brings_the_whole_user_and_then_is_fusionauths_own()
      throws Exception {
    world.connect();

    assertThat(world.loginAtFusionAuth(PASSWORD).statusCode()).isEqualTo(200);

    JsonNode mira = fusionAuth.user(MIRA.value()).orElseThrow();
    assertThat(mira.path("email").asString()).isEqualTo(LOGIN);
    assertThat(mira.path("verified").asBoolean()).isTrue();
    assertThat(mira.at("/data/custom:plan").asString()).isEqualTo("gold");
    assertThat(mira.at("/registrations/0/applicationId").asString()).isEqualTo(world.application);
    assertThat(mira.at("/memberships/0/groupId").asString())
        .isEqualTo(fusionAuth.groups().getFirst().path("id").asString());
    world.waitUntilMoved();
    assertThat(gateway.ledger.find(MIRA).orElseThrow().by()).isEqualTo(MovedBy.PASSWORD);
    assertThat(world.loginAtFusionAuth(PASSWORD).statusCode()).isEqualTo(200);
    assertThat(gateway.check.asked()).hasSize(1);
  }

  @Test
  void a_group_that_was_removed_between_two_logins_keeps_nobody_out() throws Exception {
    world.connect();
    UserId ines = new UserId("c4f1e0d2-0002-4a5b-8c6d-7e8f90a1b2c3");
    gateway.source.put(RunningGateway.user(ines, "ines", "ines@example.org"));
    gateway.check.knows("ines@example.org", PASSWORD, ines);
    assertThat(world.loginAtFusionAuth(PASSWORD).statusCode()).isEqualTo(200);
    fusionAuth.removeGroup(fusionAuth.groups().getFirst().path("id").asString());

    assertThat(world.loginAtFusionAuth("ines@example.org", PASSWORD).statusCode()).isEqualTo(200);

    assertThat(fusionAuth.user(ines.value()).orElseThrow().at("/memberships/0/groupId").asString())
        .isEqualTo(fusionAuth.groups().getFirst().path("id").asString());
  }

  @Test
  void a_wrong_password_and_an_outage_leave_nobody_behind() throws Exception {
    world.connect();
    assertThat(world.loginAtFusionAuth("not hers").statusCode()).isEqualTo(404);
    gateway.check.answersAlways(
        new Verdict.NoVerdict(NoVerdictReason.SOURCE_UNAVAILABLE, null, "out of reach"));

    world.loginAtFusionAuth(PASSWORD);

    assertThat(fusionAuth.userIds()).isEmpty();
    assertThat(gateway.ledger.count()).isZero();
  }

  @Test
  void a_temporary_password_must_be_changed_at_once() throws Exception {
    world.connect();
    gateway.check.answers(
        LOGIN, PASSWORD, new Verdict.Proven(LOGIN, MIRA, SecondFactor.NONE, true));

    assertThat(world.loginAtFusionAuth(PASSWORD).statusCode()).isEqualTo(203);
  }

  @Test
  void whoever_has_a_second_factor_is_not_let_in_by_either_way() throws Exception {
    world.connect();
    gateway.check.answers(
        LOGIN, PASSWORD, new Verdict.Proven(LOGIN, MIRA, SecondFactor.SETUP, false));

    assertThat(world.loginAtFusionAuth(PASSWORD).statusCode()).isEqualTo(404);
    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(403);

    assertThat(fusionAuth.userIds()).isEmpty();
  }

  @Test
  void without_connectors_the_first_login_through_us_creates_the_user_and_is_fusionauths_answer()
      throws Exception {
    HttpResponse<String> answer = world.loginAtUs(PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("token").asString()).contains(MIRA.value());
    assertThat(json(answer).at("/user/data/custom:plan").asString()).isEqualTo("gold");
    assertThat(fusionAuth.passwordOf(MIRA.value())).contains(PASSWORD);
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.MIGRATED);
    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(200);
    assertThat(world.loginAtUs("not hers").statusCode()).isEqualTo(404);
    assertThat(gateway.check.asked()).hasSize(1);
  }

  @Test
  void a_user_who_was_imported_without_a_password_gets_it_and_nothing_else_is_changed()
      throws Exception {
    imported();

    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(200);

    assertThat(fusionAuth.calls("POST /api/user/import")).hasSize(1);
    assertThat(fusionAuth.user(MIRA.value()).orElseThrow().at("/data/custom:plan").asString())
        .isEqualTo("gold");
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.MIGRATED);
  }

  @Test
  void a_password_that_was_reset_at_fusionauth_is_the_one_that_counts() throws Exception {
    imported();
    fusionAuth.setPassword(MIRA.value(), "a new one");

    assertThat(world.loginAtUs(PASSWORD).statusCode()).isEqualTo(404);
    assertThat(world.loginAtUs("a new one").statusCode()).isEqualTo(200);

    assertThat(gateway.ledger.find(MIRA).orElseThrow().by()).isEqualTo(MovedBy.RESET);
    assertThat(gateway.check.asked()).isEmpty();
  }

  @Test
  void a_temporary_password_through_us_is_203_as_from_fusionauth() throws Exception {
    gateway.check.answers(
        LOGIN, PASSWORD, new Verdict.Proven(LOGIN, MIRA, SecondFactor.NONE, true));

    HttpResponse<String> answer = world.loginAtUs(PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(203);
    assertThat(json(answer).path("changePasswordId").asString()).isNotEmpty();
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
    assertThat(world.target.write(List.of(mira))).containsExactly(new WriteOutcome.Created(MIRA));
  }
}
