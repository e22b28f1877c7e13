package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People with a second factor log in with a browser: both are asked for, and a new one is owed. */
class SecondFactorTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM =
      new TestRealm(REST, GATEWAY, "hybrid").speaking("de", "es", "fr");
  private static final String PASSWORD = "Old-Passw0rd";
  private static final String CODE = "246810";
  private static final String SET_UP = "kc-totp-settings-form";

  private final String id = UUID.randomUUID().toString();
  private final String name = "max-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void the_code_of_the_old_app_leads_to_a_new_one_and_only_then_does_the_password_move()
      throws Exception {
    asks("TOTP");

    Browser browser = password();
    assertThat(browser.text()).contains("Enter the code that your authenticator app shows");
    assertThatNobodyMoved();
    browser.submit(Map.of("sluice-code", CODE));
    assertThat(browser.text()).contains(SET_UP);
    assertThatNobodyMoved();
    EnrolledApp app = EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    assertThatBothMoved();
    theNextLoginAsksForBothOfKeycloaks(app);
  }

  @Test
  void the_code_that_was_sent_to_a_phone_leads_there_as_well() throws Exception {
    asks("SMS");

    Browser browser = password();
    assertThat(browser.text()).contains("Enter the code that was sent to +*******1234");
    browser.submit(Map.of("sluice-code", CODE));
    EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    assertThatBothMoved();
  }

  @Test
  void so_does_the_code_that_was_sent_by_email() throws Exception {
    asks("EMAIL");

    Browser browser = password();
    assertThat(browser.text()).contains("Enter the code that was sent to q***@e***");
    browser.submit(Map.of("sluice-code", CODE));
    EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    assertThatBothMoved();
  }

  @Test
  void who_has_several_chooses_first() throws Exception {
    asks("CHOICE");

    Browser browser = password();
    assertThat(browser.text())
        .contains("How do you want to verify", "sluice-kind-SMS", "sluice-kind-TOTP")
        .doesNotContain("sluice-kind-EMAIL");
    browser.submit(Map.of("sluice-kind", "SMS"));
    assertThat(browser.text()).contains("Enter the code that was sent to +*******1234");
    assertThatNobodyMoved();
    browser.submit(Map.of("sluice-code", CODE));
    EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    assertThatBothMoved();
  }

  @Test
  void who_must_have_one_and_has_none_sets_one_up_before_moving() throws Exception {
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString(), "SECOND_FACTOR");

    Browser browser = password();
    assertThat(browser.text()).contains(SET_UP);
    assertThatNobodyMoved();
    EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    assertThatBothMoved();
  }

  @Test
  void a_wrong_code_is_asked_for_again_and_counts_as_any_wrong_code_does() throws Exception {
    asks("TOTP");

    Browser browser = password();
    browser.submit(Map.of("sluice-code", "000000"));
    assertThat(browser.text()).contains("This code is not right", "sluice-code-form");
    assertThat(failures()).isEqualTo(1);
    assertThatNobodyMoved();
    browser.submit(Map.of("sluice-code", " " + CODE + " "));

    assertThat(browser.text()).contains(SET_UP);
  }

  @Test
  void wrong_codes_lock_as_the_realm_says_and_then_nobody_is_asked() throws Exception {
    asks("TOTP");

    Browser browser = password();
    for (int i = 0; i < 3; i++) {
      browser.submit(Map.of("sluice-code", "00000" + i));
    }
    long judged = GATEWAY.codes(id);
    browser.submit(Map.of("sluice-code", CODE));

    assertThat(judged).isBetween(1L, 3L);
    assertThat(browser.text()).doesNotContain(SET_UP);
    assertThat(GATEWAY.codes(id)).isEqualTo(judged);
    assertThatNobodyMoved();
  }

  @Test
  void when_nobody_can_judge_the_code_it_is_asked_for_again_and_counts_nothing() throws Exception {
    asks("TOTP");
    Browser browser = password();
    GATEWAY.failing("/v1/first-login/code", true);
    try {
      for (int i = 0; i < 4; i++) {
        browser.submit(Map.of("sluice-code", CODE));
        assertThat(browser.text()).contains("We cannot check your code", "sluice-code-form");
      }
    } finally {
      GATEWAY.failing("/v1/first-login/code", false);
    }
    assertThat(failures()).isZero();
    assertThatNobodyMoved();

    browser.submit(Map.of("sluice-code", CODE));
    assertThat(browser.text()).contains(SET_UP);
  }

  @Test
  void after_three_minutes_the_login_begins_again_with_the_password() throws Exception {
    asks("SMS");
    Browser browser = password();
    GATEWAY.expire(id);

    browser.submit(Map.of("sluice-code", CODE));

    assertThat(browser.text()).contains("Your login has expired", "name=\"password\"");
    assertThatNobodyMoved();
    asks("SMS");
    browser.submit(Map.of("username", name, "password", PASSWORD));
    browser.submit(Map.of("sluice-code", CODE));
    assertThat(browser.text()).contains(SET_UP);
  }

  @Test
  void a_code_without_a_password_before_it_leads_nowhere() throws Exception {
    asks("TOTP");

    Browser browser = new Browser(LiveKeycloak.SERVER, REALM).submit(Map.of("sluice-code", CODE));

    assertThat(browser.text()).contains("Your login has expired", "name=\"password\"");
    assertThat(GATEWAY.codes(id)).isZero();
  }

  @Test
  void the_code_of_one_user_lets_in_no_other() throws Exception {
    asks("TOTP");
    String other = UUID.randomUUID().toString();
    REALM.bring(People.person(other, "other-" + other));
    GATEWAY.asksFor(other, name, PASSWORD, person, "TOTP", CODE);

    Browser browser = password().submit(Map.of("sluice-code", CODE));

    assertThat(browser.text()).contains("We cannot check your code");
    assertThatNobodyMoved();
  }

  @Test
  void a_proof_for_another_user_asks_for_no_code() throws Exception {
    asks("TOTP");
    String other = UUID.randomUUID().toString();
    GATEWAY.asks(
        name, PASSWORD, People.person(other, "other-" + other).put("username", name), "TOTP", CODE);

    assertThat(password().text()).doesNotContain("sluice-code");

    assertThatNobodyMoved();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Geben Sie den Code ein, der an +*******1234 gesendet wurde | stimmt nicht",
        "es | Introduzca el código enviado a +*******1234                 | no es correcto",
        "fr | Saisissez le code envoyé à +*******1234                     | n’est pas le bon"
      })
  void every_language_of_the_jar_asks(String language, String question, String wrong)
      throws Exception {
    asks("SMS");

    Browser browser = password(language);
    assertThat(browser.text()).contains(question);
    assertThat(browser.submit(Map.of("sluice-code", "1")).text()).contains(wrong);
  }

  private void asks(String kind) {
    REALM.bring(person);
    GATEWAY.asks(name, PASSWORD, person, kind, CODE);
  }

  private Browser password() throws Exception {
    return password("en");
  }

  private Browser password(String language) throws Exception {
    return new Browser(LiveKeycloak.SERVER, REALM, language)
        .submit(Map.of("username", name, "password", PASSWORD));
  }

  private void theNextLoginAsksForBothOfKeycloaks(EnrolledApp app) throws Exception {
    Browser next = password();
    assertThat(next.isLoggedIn()).isFalse();
    assertThat(next.text()).contains("kc-otp-login-form");
    assertThat(next.submit(Map.of("otp", app.next())).isLoggedIn()).isTrue();
    assertThat(GATEWAY.asked(name)).hasSize(1);
  }

  private void assertThatNobodyMoved() {
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(REALM.credentials(id)).isEmpty();
    assertThat(REALM.sessions(id)).isZero();
    assertThat(GATEWAY.settled(id)).isEmpty();
  }

  private void assertThatBothMoved() throws Exception {
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(REALM.credentials(id)).containsExactlyInAnyOrder("password", "otp");
    assertThat(REALM.user(id).path("requiredActions")).isEmpty();
    assertThat(REALM.sessions(id)).isEqualTo(1);
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  private int failures() {
    return REST.get(REALM.path + "/attack-detection/brute-force/users/" + id)
        .body()
        .path("numFailures")
        .asInt();
  }
}
