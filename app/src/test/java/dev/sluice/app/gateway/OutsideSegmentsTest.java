package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.Opening;
import dev.sluice.migration.segment.Segment;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** First logins while only some segments are open. */
class OutsideSegmentsTest {

  @Test
  void a_right_password_outside_is_told_the_way_to_the_old_system_and_nothing_else()
      throws Exception {
    try (RunningGateway gateway = openFor("staff", "https://old.example.org/login?a=b")) {
      HttpResponse<String> answer = login(gateway, PASSWORD);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .isEqualTo(
              "{\"verdict\":\"refused\",\"reason\":\"not-yet\","
                  + "\"url\":\"https://old.example.org/login?a=b\"}");
      assertThat(gateway.ledger.tally().total()).isZero();
      assertThat(gateway.get("/actuator/prometheus").body())
          .contains("sluice_verdicts_total{reason=\"not-yet\",verdict=\"refused\"} 1.0");
    }
  }

  @Test
  void without_an_old_system_there_is_no_address() throws Exception {
    try (RunningGateway gateway = openFor("staff", null)) {
      assertThat(login(gateway, PASSWORD).body())
          .isEqualTo("{\"verdict\":\"refused\",\"reason\":\"not-yet\"}");
    }
  }

  @Test
  void a_wrong_password_outside_is_a_wrong_password() throws Exception {
    try (RunningGateway gateway = openFor("staff", "https://old.example.org")) {
      assertThat(login(gateway, "wrong").body())
          .isEqualTo("{\"verdict\":\"refused\",\"reason\":\"wrong-password\"}");
    }
  }

  @Test
  void in_an_open_segment_the_password_is_proven() throws Exception {
    try (RunningGateway gateway = openFor("readers", "https://old.example.org")) {
      assertThat(login(gateway, PASSWORD).body()).startsWith("{\"verdict\":\"proven\"");
    }
  }

  private static HttpResponse<String> login(RunningGateway gateway, String password)
      throws Exception {
    return gateway.post("/v1/first-login", RunningGateway.firstLogin("mira@example.org", password));
  }

  /** Mira is in the group "readers". */
  private static RunningGateway openFor(String group, @Nullable String oldSystem) {
    Segment segment = new Segment("open", new Condition.InGroup(group));
    return new RunningGateway(
            new Opening(
                Optional.of(List.of(segment)), Optional.ofNullable(oldSystem).map(URI::create)))
        .withMira();
  }
}
