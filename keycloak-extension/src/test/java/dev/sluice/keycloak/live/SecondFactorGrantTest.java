package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Second factors of applications that log people in, and of people who are not here yet. */
class SecondFactorGrantTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm HYBRID = new TestRealm(REST, GATEWAY, "hybrid");
  private static final TestRealm SLOW = new TestRealm(REST, GATEWAY, "slow");
  private static final String PASSWORD = "Old-Passw0rd";
  private static final String CODE = "975318";

  private final String id = UUID.randomUUID().toString();
  private final String name = "ole-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"totp", "otp"})
  void an_application_may_send_the_code_of_the_old_app_along_and_nothing_moves(String field)
      throws Exception {
    HYBRID.bring(person);
    for (int login = 0; login < 2; login++) {
      GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE);
      assertThat(TestRealm.subject(HYBRID.login(name, PASSWORD, Map.of(field, CODE))))
          .isEqualTo(id);
      assertThat(HYBRID.moved(id).path("linked").asBoolean()).isTrue();
      assertThat(HYBRID.credentials(id)).isEmpty();
    }
    assertThat(GATEWAY.settled(id)).isEmpty();
  }

  @Test
  void who_has_several_is_taken_to_mean_the_app() throws Exception {
    HYBRID.bring(person);
    GATEWAY.asks(name, PASSWORD, person, "CHOICE", CODE);
    assertThat(TestRealm.subject(HYBRID.login(name, PASSWORD, Map.of("totp", CODE)))).isEqualTo(id);
  }

  @Test
  void without_a_code_nobody_is_let_in() {
    HYBRID.bring(person);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE);
    assertThatRefused(HYBRID.login(name, PASSWORD));
    assertThat(GATEWAY.codes(id)).isZero();
  }

  @Test
  void what_else_is_owed_is_told_after_a_right_code() {
    HYBRID.bring(person);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE, "NEW_PASSWORD");
    Rest.Reply right = HYBRID.login(name, PASSWORD, Map.of("totp", CODE));
    assertThat(right.body().path("error_description").asText())
        .isEqualTo("Account is not fully set up");
    assertThat(HYBRID.sessions(id)).isZero();
  }

  @Test
  void and_after_a_wrong_one_to_nobody() {
    HYBRID.bring(person);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE, "NEW_PASSWORD");
    assertThatRefused(HYBRID.login(name, PASSWORD, Map.of("totp", "000000")));
  }

  @Test
  void nor_with_a_wrong_one_which_counts() {
    HYBRID.bring(person);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE);
    assertThatRefused(HYBRID.login(name, PASSWORD, Map.of("totp", "000000")));
    assertThat(
            REST.get(HYBRID.path + "/attack-detection/brute-force/users/" + id)
                .body()
                .path("numFailures")
                .asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SMS", "EMAIL"})
  void a_code_that_is_yet_to_be_sent_cannot_come_along(String kind) {
    HYBRID.bring(person);
    GATEWAY.asks(name, PASSWORD, person, kind, CODE);
    assertThatRefused(HYBRID.login(name, PASSWORD, Map.of("totp", CODE)));
  }

  @Test
  void a_code_that_nobody_can_judge_asks_to_try_again() {
    HYBRID.bring(person);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE);
    GATEWAY.failing("/v1/first-login/code", true);
    try {
      assertThat(HYBRID.login(name, PASSWORD, Map.of("totp", CODE)).status()).isEqualTo(503);
    } finally {
      GATEWAY.failing("/v1/first-login/code", false);
    }
    assertThat(HYBRID.sessions(id)).isZero();
  }

  @Test
  void somebody_who_is_not_here_is_created_linked_by_the_right_code_only() throws Exception {
    GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE);
    assertThat(SLOW.login(name, PASSWORD).status()).isEqualTo(400);
    assertThat(SLOW.login(name, PASSWORD, Map.of("totp", "000000")).status()).isEqualTo(400);
    assertThatNobodyIsHere();

    assertThat(TestRealm.subject(SLOW.login(name, PASSWORD, Map.of("totp", CODE)))).isEqualTo(id);

    assertThat(SLOW.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(SLOW.credentials(id)).isEmpty();
  }

  @Test
  void in_the_browser_nothing_is_left_behind_before_the_right_code() throws Exception {
    GATEWAY.asks(name, PASSWORD, person, "SMS", CODE);

    Browser browser = password();
    assertThat(browser.text()).contains("Enter the code that was sent to +*******1234");
    assertThatNobodyIsHere();
    browser.submit(Map.of("sluice-code", "000000"));
    assertThat(browser.text()).contains("This code is not right");
    assertThatNobodyIsHere();

    browser.submit(Map.of("sluice-code", CODE));
    EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    assertThat(SLOW.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(SLOW.credentials(id)).containsExactlyInAnyOrder("password", "otp");
    assertThat(SLOW.user(id).path("email").asText()).isEqualTo(name + "@example.org");
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  @Test
  void a_newcomer_who_must_have_one_sets_one_up_and_gets_no_session_before() throws Exception {
    GATEWAY.knows(name, PASSWORD, person.toString(), "SECOND_FACTOR");

    Browser browser = password();
    assertThat(browser.text()).contains("kc-totp-settings-form");
    assertThat(SLOW.credentials(id)).isEmpty();
    assertThat(SLOW.sessions(id)).isZero();
    EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    assertThat(SLOW.credentials(id)).containsExactlyInAnyOrder("password", "otp");
  }

  @Test
  void an_alias_of_somebody_who_is_here_leads_to_the_same_pages() throws Exception {
    SLOW.bring(person);
    GATEWAY.asks("alias-" + id, PASSWORD, person, "TOTP", CODE);

    Browser browser =
        new Browser(LiveKeycloak.SERVER, SLOW)
            .submit(Map.of("username", "alias-" + id, "password", PASSWORD));
    assertThat(SLOW.sessions(id)).isZero();
    browser.submit(Map.of("sluice-code", CODE));
    EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    assertThat(SLOW.credentials(id)).containsExactlyInAnyOrder("password", "otp");
    assertThat(GATEWAY.asked("alias-" + id)).hasSize(1);
  }

  @Test
  void an_alias_of_somebody_who_has_moved_lets_nobody_in() throws Exception {
    SLOW.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(TestRealm.subject(SLOW.login(name, PASSWORD))).isEqualTo(id);
    GATEWAY.asks("alias-" + id, PASSWORD, person, "TOTP", CODE);

    assertThat(SLOW.login("alias-" + id, PASSWORD, Map.of("totp", CODE)).status()).isEqualTo(503);
  }

  private Browser password() throws Exception {
    return new Browser(LiveKeycloak.SERVER, SLOW)
        .submit(Map.of("username", name, "password", PASSWORD));
  }

  private void assertThatRefused(Rest.Reply reply) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("error").asText()).isEqualTo("invalid_grant");
    assertThat(reply.body().path("error_description").asText())
        .isEqualTo("Invalid user credentials");
    assertThat(HYBRID.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(HYBRID.credentials(id)).isEmpty();
    assertThat(HYBRID.sessions(id)).isZero();
  }

  private void assertThatNobodyIsHere() {
    assertThat(REST.get(SLOW.path + "/users/" + id).status()).isEqualTo(404);
    assertThat(REST.get(SLOW.path + "/users?search=" + name).body()).isEmpty();
  }
}
