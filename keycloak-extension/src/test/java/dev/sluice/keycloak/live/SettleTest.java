package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettleTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final String PASSWORD = "Old-Passw0rd";

  private final String id = UUID.randomUUID().toString();
  private final String name = "cid-" + id;

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @AfterEach
  void up() {
    GATEWAY.failing("/v1/settled", false);
  }

  @Test
  void what_a_gateway_missed_is_told_again_by_the_synchronization() throws Exception {
    moveWhileSettlingFails();
    assertThat(unsettled()).hasToString("[\"PASSWORD\"]");
    GATEWAY.failing("/v1/settled", false);
    JsonNode result = sync();
    assertThat(result.path("updated").asInt()).isGreaterThanOrEqualTo(1);
    assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD");
    assertThat(unsettled().isMissingNode()).isTrue();
    assertThat(sync().path("updated").asInt()).isZero();
  }

  @Test
  void the_next_login_that_settles_brings_up_what_is_left() throws Exception {
    moveWhileSettlingFails();
    GATEWAY.failing("/v1/settled", false);
    String next = UUID.randomUUID().toString();
    ObjectNode person = People.person(next, "next-" + next);
    REALM.bring(person);
    GATEWAY.knows("next-" + next, PASSWORD, person.toString());
    TestRealm.subject(REALM.login("next-" + next, PASSWORD));
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  @Test
  void a_user_whom_the_gateway_does_not_know_is_told_of_once_and_stays_logged_in()
      throws Exception {
    GATEWAY.doesNotKnow(id, "application/problem+json");
    move();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
    Eventually.holds(() -> assertThat(unsettled().isMissingNode()).isTrue());
    assertThat(sync().path("failed").asInt()).isZero();
    assertThat(GATEWAY.settled(id)).hasSize(1);
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
  }

  @Test
  void a_404_that_is_not_the_gateways_own_loses_nothing() throws Exception {
    GATEWAY.doesNotKnow(id, "text/html");
    move();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
    assertThat(unsettled()).hasToString("[\"PASSWORD\"]");
    assertThat(sync().path("failed").asInt()).isPositive();
    REST.delete(REALM.path + "/users/" + id);
  }

  private void moveWhileSettlingFails() throws Exception {
    GATEWAY.failing("/v1/settled", true);
    int before = GATEWAY.failed();
    move();
    Eventually.holds(() -> assertThat(GATEWAY.failed()).isGreaterThan(before));
  }

  private void move() throws Exception {
    ObjectNode person = People.person(id, name);
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
  }

  private static JsonNode sync() {
    return REST.post(
            REALM.path + "/user-storage/" + REALM.componentId + "/sync?action=triggerFullSync", "")
        .body();
  }

  private JsonNode unsettled() {
    return REALM.user(id).path("attributes").path("sluice-unsettled");
  }
}
