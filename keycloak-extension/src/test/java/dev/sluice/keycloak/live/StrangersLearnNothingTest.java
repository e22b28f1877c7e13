package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without the right password nobody can tell who exists here, and who has moved. */
class StrangersLearnNothingTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");

  /** Where Cognito has been slow: a quick refusal of its own would show as a wait that is short. */
  private static final TestRealm SLOW = new TestRealm(REST, GATEWAY, "hybrid");

  private static final String PASSWORD = "Old-Passw0rd";
  private static final String WRONG = "not-the-Passw0rd";
  private static final Duration LONG = Duration.ofMillis(700);

  private final String id = UUID.randomUUID().toString();
  private final String name = "tim-" + id;

  /** Everything that there can be behind a login that lets nobody in. */
  enum Whoever {
    IMPORTED,
    MOVED,
    SOCIAL_ONLY,
    DISABLED,
    MOVED_AND_DISABLED,
    LOCKED_HERE,
    MUST_RESET,
    NEVER_CONFIRMED,
    TEMPORARY_PASSWORD_EXPIRED,
    LOCKED_OUT_BY_THE_GATEWAY,
    LOCKED_OUT_BY_COGNITO,
    NOT_IMPORTED_YET,
    NOT_IMPORTED_AND_MUST_RESET,
    GONE,
    MOVED_UNDER_ANOTHER_LOGIN
  }

  @BeforeAll
  static void cognitoRefusesSlowly() {
    String other = UUID.randomUUID().toString();
    SLOW.bring(People.person(other, "una-" + other));
    GATEWAY.meanwhile("una-" + other, () -> LockSupport.parkNanos(LONG.toNanos()));
    SLOW.login("una-" + other, WRONG);
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @ParameterizedTest
  @EnumSource
  void the_page_is_that_of_a_login_that_nobody_has(Whoever whoever) throws Exception {
    make(whoever);
    Browser known = form(name);
    Browser unknown = form("nobody-" + id);

    assertThat(known.status()).isEqualTo(unknown.status());
    assertThat(shown(known, name)).isEqualTo(shown(unknown, "nobody-" + id));
    assertThat(known.text())
        .as("what is true of a wrong password and of a lockout, and helps with either")
        .contains("Please check username and password", "try again in a few minutes")
        .doesNotContainIgnoringCase("invalid username", "wrong password");
  }

  @ParameterizedTest
  @EnumSource
  void an_applications_answer_is_that_of_a_login_that_nobody_has(Whoever whoever) throws Exception {
    make(whoever);
    Rest.Reply known = REALM.login(name, WRONG);
    Rest.Reply unknown = REALM.login("nobody-" + id, WRONG);

    assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(400);
    assertThat(known.text()).isEqualTo(unknown.text()).contains("Invalid user credentials");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "MOVED",
        "SOCIAL_ONLY",
        "DISABLED",
        "MOVED_AND_DISABLED",
        "LOCKED_HERE",
        "GONE",
        "MOVED_UNDER_ANOTHER_LOGIN"
      })
  void a_refusal_for_which_cognito_is_not_asked_takes_as_long_as_if_it_were(Whoever whoever)
      throws Exception {
    if (whoever == Whoever.LOCKED_HERE) {
      // Cognito is asked about the wrong passwords that lock, and is as slow about them.
      GATEWAY.meanwhile(name, () -> LockSupport.parkNanos(LONG.toNanos()));
    }
    make(whoever, SLOW);

    assertThat(took(() -> SLOW.login(name, WRONG))).isGreaterThan(LONG);
    assertThat(took(() -> form(SLOW, name))).isGreaterThan(LONG);
  }

  @Test
  void whose_password_is_right_waits_for_nothing() throws Exception {
    make(Whoever.MOVED);
    REALM.login(name, PASSWORD);
    assertThat(GATEWAY.asked(name)).as("only the login that moved").hasSize(1);
  }

  private void make(Whoever whoever) throws Exception {
    make(whoever, REALM);
  }

  private void make(Whoever whoever, TestRealm realm) throws Exception {
    ObjectNode person = People.person(id, name);
    GATEWAY.knows(name, PASSWORD, person.toString());
    switch (whoever) {
      case IMPORTED -> realm.bring(person);
      case MOVED -> move(realm, person);
      case SOCIAL_ONLY -> realm.bring(person.put("password", "NONE"));
      case DISABLED -> realm.bring(person.put("enabled", false));
      case MOVED_AND_DISABLED -> {
        move(realm, person);
        REST.put(realm.path + "/users/" + id, Map.of("enabled", false));
      }
      case LOCKED_HERE -> {
        realm.bring(person);
        for (int i = 0; i < 5; i++) {
          realm.login(name, WRONG);
        }
      }
      case MUST_RESET -> refused(realm, person, "reset-required");
      case NEVER_CONFIRMED -> refused(realm, person, "not-confirmed");
      case TEMPORARY_PASSWORD_EXPIRED -> refused(realm, person, "temporary-password-expired");
      case LOCKED_OUT_BY_THE_GATEWAY -> none(realm, person, "too-many-attempts");
      case LOCKED_OUT_BY_COGNITO -> none(realm, person, "source-locked-out");
      case NOT_IMPORTED_YET -> {
        // The gateway knows the person, and that is all.
      }
      case NOT_IMPORTED_AND_MUST_RESET -> answers("reset-required");
      case GONE -> answers("unknown-user");
      case MOVED_UNDER_ANOTHER_LOGIN -> answers("already-moved");
    }
  }

  private void move(TestRealm realm, ObjectNode person) throws Exception {
    realm.bring(person);
    assertThat(TestRealm.subject(realm.login(name, PASSWORD))).isEqualTo(id);
  }

  private void refused(TestRealm realm, ObjectNode person, String reason) {
    realm.bring(person);
    answers(reason);
  }

  private void answers(String reason) {
    GATEWAY.answers(name, 200, "{\"verdict\":\"refused\",\"reason\":\"%s\"}".formatted(reason));
  }

  private void none(TestRealm realm, ObjectNode person, String reason) {
    realm.bring(person);
    GATEWAY.answers(name, 503, "{\"verdict\":\"none\",\"reason\":\"%s\"}".formatted(reason));
  }

  private static Browser form(String login) throws Exception {
    return form(REALM, login);
  }

  private static Browser form(TestRealm realm, String login) throws Exception {
    return new Browser(LiveKeycloak.SERVER, realm)
        .submit(Map.of("username", login, "password", WRONG));
  }

  /** The page without what differs from one visit to the next. */
  private static String shown(Browser browser, String typed) {
    return browser
        .text()
        .replace(typed, "LOGIN")
        .replaceAll("(session_code|execution|tab_id|client_data)=[^&\"]*", "$1")
        .replaceAll("\"[A-Za-z0-9_+/=-]{40,}\"", "HASH");
  }

  private static Duration took(Attempt attempt) throws Exception {
    long begun = System.nanoTime();
    attempt.make();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private interface Attempt {
    void make() throws Exception;
  }
}
