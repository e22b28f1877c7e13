package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The end of a login that has proven both old factors, and the ways not to come to it. */
class EnrolmentTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm ENROL = new TestRealm(REST, GATEWAY, "hybrid");
  private static final TestRealm KEEP =
      new TestRealm(REST, GATEWAY, "hybrid").with("secondFactor", "keep");
  private static final String PASSWORD = "Old-Passw0rd";
  private static final String CODE = "135791";
  private static final String SET_UP = "kc-totp-settings-form";

  private final String id = UUID.randomUUID().toString();
  private final String name = "nia-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void a_wrong_code_of_the_new_app_moves_nothing_and_a_right_one_does() throws Exception {
    Browser browser = proven(ENROL);
    String secret = browser.field("totpSecret");

    browser.submit(Map.of("totp", "000000", "totpSecret", secret, "userLabel", "phone"));
    assertThat(browser.text()).contains("Invalid authenticator code", SET_UP);
    assertThatNobodyMoved(ENROL);

    EnrolledApp.setUp(browser);
    assertThat(browser.isLoggedIn()).isTrue();
    assertThat(ENROL.credentials(id)).containsExactlyInAnyOrder("password", "otp");
  }

  @Test
  void nobody_comes_to_it_past_the_code() throws Exception {
    ENROL.bring(person);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE);
    Browser browser = password(ENROL);
    String secret = "GIXMCTSLKFYGWSQOJVDE";

    browser.submit(
        Map.of(
            "totp", new EnrolledApp(secret).now(), "totpSecret", secret, "userLabel", "not theirs"),
        address ->
            address
                .replace("/authenticate?", "/required-action?")
                .replaceAll("execution=[^&]+", "execution=sluice-enrol-second-factor"));

    assertThat(browser.isLoggedIn()).isFalse();
    assertThatNobodyMoved(ENROL);
  }

  @Test
  void who_gives_up_there_is_asked_for_both_again() throws Exception {
    Browser browser = proven(ENROL);
    assertThat(browser.newTab().text()).contains("name=\"password\"");
    assertThatNobodyMoved(ENROL);

    Browser again = proven(ENROL);
    EnrolledApp.setUp(again);

    assertThat(again.isLoggedIn()).isTrue();
    assertThat(GATEWAY.asked(name)).hasSize(2);
    assertThat(GATEWAY.codes(id)).isEqualTo(2);
  }

  @Test
  void of_two_tabs_the_second_neither_undoes_the_first_nor_lets_in() throws Exception {
    Browser one = proven(ENROL);
    Browser two = proven(ENROL);
    EnrolledApp.setUp(one);
    assertThat(one.isLoggedIn()).isTrue();

    EnrolledApp.setUp(two);

    assertThat(two.isLoggedIn()).isFalse();
    assertThat(two.text()).contains("Your login has expired");
    assertThat(ENROL.credentials(id)).containsExactlyInAnyOrder("password", "otp");
    assertThat(ENROL.sessions(id)).isEqualTo(1);
    two.open(two.link("login-actions/restart"));
    assertThat(two.text()).contains("name=\"password\"");
  }

  @Test
  void where_it_is_to_be_done_at_once_nobody_can_put_it_off() throws Exception {
    Browser browser = proven(ENROL);
    assertThat(browser.text()).contains(SET_UP).doesNotContain("Not now");

    browser.submit(Map.of("sluice-enrol-not-now", "true"));

    assertThat(browser.isLoggedIn()).isFalse();
    assertThatNobodyMoved(ENROL);
  }

  @Test
  void where_it_may_wait_not_now_lets_in_with_both_old_factors_each_time() throws Exception {
    for (int login = 1; login <= 2; login++) {
      Browser browser = proven(KEEP);
      assertThat(browser.text()).contains("Set it up now", "Not now");
      browser.submit(Map.of("sluice-enrol-not-now", "true"));

      assertThat(browser.isLoggedIn()).isTrue();
      assertThat(KEEP.moved(id).path("linked").asBoolean()).isTrue();
      assertThat(KEEP.credentials(id)).isEmpty();
      assertThat(GATEWAY.settled(id)).isEmpty();
      assertThat(GATEWAY.codes(id)).isEqualTo(login);
    }
  }

  @Test
  void where_it_may_wait_it_can_be_done_now_as_well() throws Exception {
    Browser browser = proven(KEEP);
    browser.submit(Map.of("sluice-enrol-now", "true"));
    assertThat(browser.text()).contains(SET_UP);
    browser.open(browser.link("mode=manual"));
    assertThat(browser.text()).contains("kc-totp-secret-key");
    browser.open(browser.link("mode=qr"));
    assertThat(browser.text()).contains("kc-totp-secret-qr-code");
    EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    assertThat(KEEP.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(KEEP.credentials(id)).containsExactlyInAnyOrder("password", "otp");
  }

  @Test
  void who_has_no_old_factor_to_fall_back_on_cannot_wait() throws Exception {
    KEEP.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString(), "SECOND_FACTOR");
    Browser browser = password(KEEP);
    assertThat(browser.text()).contains(SET_UP);

    browser.submit(Map.of("sluice-enrol-not-now", "true"));

    assertThat(browser.isLoggedIn()).isFalse();
    assertThatNobodyMoved(KEEP);
  }

  @Test
  void a_temporary_password_does_not_do_away_with_a_factor() throws Exception {
    ENROL.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString(), "NEW_PASSWORD");
    GATEWAY.secondFactor(id, "yes");

    Browser browser = password(ENROL);
    assertThat(browser.text()).contains(SET_UP);
    assertThatNobodyMoved(ENROL);
    EnrolledApp.setUp(browser);
    assertThat(browser.isLoggedIn()).isFalse();
    assertThat(browser.text()).contains("password-new");
    browser.submit(Map.of("password-new", "Brand-new-77", "password-confirm", "Brand-new-77"));

    assertThat(browser.isLoggedIn()).isTrue();
    assertThat(ENROL.credentials(id)).containsExactlyInAnyOrder("password", "otp");
  }

  @Test
  void a_temporary_password_proves_nothing_while_nobody_can_tell() throws Exception {
    ENROL.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString(), "NEW_PASSWORD");
    GATEWAY.secondFactor(id, "unknown");

    assertThat(password(ENROL).text()).contains("We cannot check your password");
    assertThatNobodyMoved(ENROL);
  }

  @Test
  void a_realm_that_cannot_set_one_up_lets_nobody_half_in() throws Exception {
    ENROL.enrolment(false);
    try {
      ENROL.bring(person);
      GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE);

      assertThat(password(ENROL).text()).contains("We cannot check your password");
      assertThatNobodyMoved(ENROL);
    } finally {
      ENROL.enrolment(true);
    }
  }

  @Test
  void a_flow_of_keycloaks_own_cannot_ask_and_so_lets_nobody_in() throws Exception {
    ENROL.bring(person);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE);
    REST.put(ENROL.path, Map.of("browserFlow", "browser", "directGrantFlow", "direct grant"));
    try {
      assertThat(password(ENROL).isLoggedIn()).isFalse();
      assertThat(ENROL.login(name, PASSWORD, Map.of("totp", CODE)).status()).isEqualTo(403);
      assertThatNobodyMoved(ENROL);
    } finally {
      REST.put(
          ENROL.path,
          Map.of("browserFlow", "sluice browser", "directGrantFlow", "sluice direct grant"));
    }
  }

  private Browser proven(TestRealm realm) throws Exception {
    realm.bring(person);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", CODE);
    return password(realm).submit(Map.of("sluice-code", CODE));
  }

  private Browser password(TestRealm realm) throws Exception {
    return new Browser(LiveKeycloak.SERVER, realm)
        .submit(Map.of("username", name, "password", PASSWORD));
  }

  private void assertThatNobodyMoved(TestRealm realm) {
    assertThat(realm.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(realm.credentials(id)).isEmpty();
    assertThat(realm.sessions(id)).isZero();
    assertThat(GATEWAY.settled(id)).isEmpty();
  }
}
