package dev.sluice.app.gateway.login;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.source.SecondFactor;
import dev.sluice.app.gateway.RunningGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondFactorEndpointTest {
  private final RunningGateway gateway = new RunningGateway();

  @AfterEach
  void end() {
    gateway.close();
  }

  @Test
  void where_it_is_each_users_own_business_the_source_is_asked_about_that_user() throws Exception {
    gateway.discover(MIRA, "mira", "mira@example.org");
    gateway.factors.has("mira", SecondFactor.TOTP);
    assertThat(secondFactor(MIRA.value())).isEqualTo("yes");
  }

  @Test
  void who_has_none_and_who_is_no_longer_there_have_none() throws Exception {
    gateway.discover(MIRA, "mira", "mira@example.org");
    assertThat(secondFactor(MIRA.value())).isEqualTo("no");
    gateway.factors.has("mira");
    assertThat(secondFactor(MIRA.value())).isEqualTo("no");
  }

  @Test
  void where_everybody_must_have_one_or_nobody_can_no_user_is_looked_up() throws Exception {
    gateway.factors.everybody(true);
    assertThat(secondFactor("somebody-unknown")).isEqualTo("yes");
    gateway.factors.everybody(false);
    assertThat(secondFactor("somebody-unknown")).isEqualTo("no");
  }

  @Test
  void what_cannot_be_told_is_never_a_no() throws Exception {
    assertThat(secondFactor("somebody-unknown")).isEqualTo("unknown");
    gateway.discover(MIRA, "mira", "mira@example.org");
    gateway.factors.goDown();
    assertThat(secondFactor(MIRA.value())).isEqualTo("unknown");
  }

  private String secondFactor(String id) throws Exception {
    HttpResponse<String> answer = gateway.get("/v1/users/" + id + "/second-factor");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().replaceAll(".*\"secondFactor\":\"(\\w+)\".*", "$1");
  }
}
