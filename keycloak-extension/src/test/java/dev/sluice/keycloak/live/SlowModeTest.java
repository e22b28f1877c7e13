package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SlowModeTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "slow");
  private static final String PASSWORD = "Old-Passw0rd";

  private final String id = UUID.randomUUID().toString();
  private final String name = "eve-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void the_right_password_creates_the_user_with_its_id() throws Exception {
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    assertThat(REALM.user(id).path("email").asText()).isEqualTo(name + "@example.org");
    assertThat(REALM.user(id).path("createdTimestamp").asLong()).isEqualTo(1_500_000_000_123L);
    assertThat(REALM.user(id).path("attributes").path("plan")).hasToString("[\"gold\",\"silver\"]");
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isTrue();
    assertThat(GATEWAY.asked(name).get(0).has("userId")).isFalse();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  @Test
  void the_second_login_asks_nobody() throws Exception {
    GATEWAY.knows(name, PASSWORD, person.toString());
    REALM.login(name, PASSWORD);
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    assertThat(REALM.login(name, "wrong").status()).isEqualTo(400);
    assertThat(GATEWAY.asked(name)).hasSize(1);
  }

  @Test
  void a_wrong_password_creates_nothing() {
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(REALM.login(name, "wrong").status()).isEqualTo(400);
    assertThat(REST.get(REALM.path + "/users/" + id).status()).isEqualTo(404);
    assertThat(REST.get(REALM.path + "/users?search=" + name).body()).isEmpty();
    assertThat(GATEWAY.asked(name)).hasSize(1);
  }

  @Test
  void no_verdict_creates_nothing_and_asks_to_try_again() {
    GATEWAY.answers(name, 503, "{\"verdict\":\"none\",\"reason\":\"source-locked\"}");
    Rest.Reply reply = REALM.login(name, PASSWORD);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body().path("error").asText()).isEqualTo("temporarily_unavailable");
    assertThat(REST.get(REALM.path + "/users?search=" + name).body()).isEmpty();
  }

  @Test
  void a_proven_user_whose_email_is_taken_is_not_created() {
    REALM.bring(
        People.person(UUID.randomUUID().toString(), "first-" + id)
            .put("email", name + "@example.org"));
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(503);
    assertThat(REST.get(REALM.path + "/users/" + id).status()).isEqualTo(404);
  }

  @Test
  void a_linked_user_is_let_in_at_once_under_an_alias_that_keycloak_does_not_know()
      throws Exception {
    REALM.bring(person);
    GATEWAY.knows("alias-" + id, PASSWORD, person.toString());
    assertThat(TestRealm.subject(REALM.login("alias-" + id, PASSWORD))).isEqualTo(id);
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    assertThat(GATEWAY.asked("alias-" + id)).hasSize(1);
    assertThat(GATEWAY.asked(name)).isEmpty();
  }
}
