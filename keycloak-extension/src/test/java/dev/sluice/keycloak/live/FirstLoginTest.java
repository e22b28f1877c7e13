package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstLoginTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final String PASSWORD = "Old-Passw0rd äöü";

  private final String id = UUID.randomUUID().toString();
  private final String name = "bea-" + id;

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @AfterEach
  void undo() {
    GATEWAY.down(false);
    REST.put(REALM.path, Map.of("passwordPolicy", ""));
  }

  @Test
  void a_proof_of_another_users_password_moves_nothing() {
    String other = UUID.randomUUID().toString();
    REALM.bring(People.person(id, name));
    GATEWAY.knows(name, PASSWORD, People.person(other, "other-" + other).toString());

    assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(503);

    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isFalse();
  }

  @Test
  void the_old_password_works_and_the_second_login_asks_nobody() throws Exception {
    bring();
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isTrue();
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    assertThat(GATEWAY.asked(name)).hasSize(1);
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  @Test
  void the_gateway_learns_who_asks_and_from_where() {
    bring();
    REALM.login(name, PASSWORD);
    JsonNode asked = GATEWAY.asked(name).get(0);
    assertThat(asked.path("userId").asText()).isEqualTo(id);
    assertThat(asked.path("client").path("ip").asText()).isEqualTo("127.0.0.1");
    assertThat(asked.path("client").path("userAgent").asText()).isEqualTo("test-agent/9");
  }

  @Test
  void the_email_will_do_as_login() throws Exception {
    bring();
    GATEWAY.knows(name + "@example.org", PASSWORD, People.person(id, name).toString());
    assertThat(TestRealm.subject(REALM.login(name + "@example.org", PASSWORD))).isEqualTo(id);
  }

  @Test
  void a_wrong_password_stays_wrong_and_moves_nobody() {
    bring();
    Rest.Reply reply = REALM.login(name, "not " + PASSWORD);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("error").asText()).isEqualTo("invalid_grant");
    assertThatNobodyMoved();
    assertThat(failures()).isEqualTo(1);
    assertThat(GATEWAY.asked(name)).hasSize(1);
  }

  @Test
  void wrong_passwords_lock_as_the_realm_says_and_then_the_gateway_has_peace() {
    bring();
    for (int attempt = 0; attempt < 5; attempt++) {
      REALM.login(name, "wrong-" + attempt);
    }
    assertThat(GATEWAY.asked(name)).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void no_verdict_asks_to_try_again_and_is_no_failed_login() throws Exception {
    bring();
    GATEWAY.answers(name, 503, "{\"verdict\":\"none\",\"reason\":\"source-throttled\"}");
    for (int attempt = 0; attempt < 4; attempt++) {
      Rest.Reply reply = REALM.login(name, PASSWORD);
      assertThat(reply.status()).as(reply.text()).isEqualTo(503);
      assertThat(reply.body().path("error").asText()).isEqualTo("temporarily_unavailable");
      assertThat(reply.raw().headers().firstValue("Retry-After")).hasValue("7");
    }
    assertThat(failures()).isZero();
    assertThatNobodyMoved();
    GATEWAY.forget(name);
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
  }

  @Test
  void a_gateway_that_is_down_moves_nobody() {
    bring();
    GATEWAY.down(true);
    assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(503);
    assertThat(REALM.login(name, "wrong").status()).isEqualTo(503);
    assertThat(failures()).isZero();
    assertThatNobodyMoved();
  }

  @Test
  void a_gateway_that_is_too_slow_is_as_good_as_down() {
    bring();
    GATEWAY.slow(name);
    assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(503);
    assertThatNobodyMoved();
  }

  @Test
  void a_weak_old_password_is_kept_although_the_policy_forbids_choosing_it() throws Exception {
    ObjectNode person = People.person(id, name);
    REALM.bring(person);
    GATEWAY.knows(name, "abc", person.toString());
    REST.put(REALM.path, Map.of("passwordPolicy", "length(14) and upperCase(2)"));
    assertThat(TestRealm.subject(REALM.login(name, "abc"))).isEqualTo(id);
    assertThat(TestRealm.subject(REALM.login(name, "abc"))).isEqualTo(id);
  }

  @Test
  void who_has_to_set_up_a_second_factor_first_is_told_so_and_has_not_moved() {
    ObjectNode person = People.person(id, name);
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString(), "SECOND_FACTOR");
    assertThat(REALM.login(name, PASSWORD).body().path("error_description").asText())
        .isEqualTo("Account is not fully set up");
    assertThat(failures()).isZero();
    assertThatNobodyMoved();
  }

  @Test
  void a_required_reset_is_no_wrong_password_but_lets_nobody_in() {
    bring();
    GATEWAY.answers(name, 200, "{\"verdict\":\"refused\",\"reason\":\"reset-required\"}");
    assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(400);
    assertThatNobodyMoved();
  }

  @Test
  void a_disabled_user_is_not_let_in_and_nobody_is_asked() {
    ObjectNode person = People.person(id, name).put("enabled", false);
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(400);
    assertThat(GATEWAY.asked(name)).isEmpty();
    assertThatNobodyMoved();
  }

  @Test
  void flows_of_keycloaks_own_also_tell_no_verdict_from_a_wrong_password() {
    bring();
    REST.put(REALM.path, Map.of("directGrantFlow", "direct grant"));
    try {
      GATEWAY.down(true);
      assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(503);
      assertThat(failures()).isZero();
      GATEWAY.down(false);
      assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(200);
    } finally {
      REST.put(REALM.path, Map.of("directGrantFlow", "sluice direct grant"));
    }
  }

  private void bring() {
    var person = People.person(id, name);
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
  }

  private int failures() {
    return REST.get(REALM.path + "/attack-detection/brute-force/users/" + id)
        .body()
        .path("numFailures")
        .asInt();
  }

  private void assertThatNobodyMoved() {
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isFalse();
    assertThat(GATEWAY.settled(id)).isEmpty();
  }
}
