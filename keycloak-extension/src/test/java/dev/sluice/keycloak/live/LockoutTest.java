package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's own protection against guessing, over people who have not moved yet. */
class LockoutTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final int AT_MOST = 3;
  private static final TestRealm TEMPORARY = realm(false);
  private static final TestRealm PERMANENT = realm(true);
  private static final String PASSWORD = "Old-Passw0rd";

  private final String id = UUID.randomUUID().toString();
  private final String name = "sam-" + id;

  private static TestRealm realm(boolean permanent) {
    return new TestRealm(REST, GATEWAY, "hybrid")
        .with(
            Map.of(
                "failureFactor",
                AT_MOST,
                "permanentLockout",
                permanent,
                "quickLoginCheckMilliSeconds",
                0,
                "waitIncrementSeconds",
                600,
                "maxFailureWaitSeconds",
                900));
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @ParameterizedTest
  @CsvSource({"false, grant", "false, form", "true, grant", "true, form"})
  void wrong_passwords_lock_after_as_many_as_the_realm_says_and_nobody_asks_about_the_locked(
      boolean permanent, String how) throws Exception {
    TestRealm realm = bring(permanent);
    for (int attempt = 1; attempt <= AT_MOST; attempt++) {
      assertThat(isLetIn(realm, how, "wrong-" + attempt)).isFalse();
      assertThat(realm.failures(id)).isEqualTo(attempt);
    }
    assertThat(GATEWAY.asked(name)).hasSize(AT_MOST);

    assertThat(isLetIn(realm, how, PASSWORD)).as("the right one, while locked").isFalse();

    assertThat(GATEWAY.asked(name)).hasSize(AT_MOST);
    assertThat(realm.user(id).path("enabled").asBoolean()).isNotEqualTo(permanent);
    assertThat(realm.moved(id).path("linked").asBoolean()).isTrue();

    unlock(realm);
    assertThat(isLetIn(realm, how, PASSWORD)).as("the right one, once unlocked").isTrue();
    assertThat(realm.moved(id).path("linked").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothing_counts_but_a_wrong_password(boolean permanent) throws Exception {
    TestRealm realm = bring(permanent);
    for (String answer :
        new String[] {
          "503 {\"verdict\":\"none\",\"reason\":\"source-throttled\"}",
          "503 {\"verdict\":\"none\",\"reason\":\"too-many-attempts\"}",
          "503 {\"verdict\":\"none\",\"reason\":\"source-locked-out\"}",
          "500 ",
          "200 {\"verdict\":\"refused\",\"reason\":\"not-yet\"}",
          "200 {\"verdict\":\"refused\",\"reason\":\"reset-required\"}",
          "200 {\"verdict\":\"refused\",\"reason\":\"not-confirmed\"}"
        }) {
      GATEWAY.answers(name, Integer.parseInt(answer.substring(0, 3)), answer.substring(4));
      for (int attempt = 0; attempt <= AT_MOST; attempt++) {
        assertThat(isLetIn(realm, attempt % 2 == 0 ? "form" : "grant", PASSWORD)).isFalse();
      }
      assertThat(realm.failures(id)).as(answer).isZero();
    }
    assertThat(realm.user(id).path("enabled").asBoolean()).isTrue();

    GATEWAY.forget(name);
    assertThat(isLetIn(realm, "form", PASSWORD)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_right_password_wipes_out_what_was_counted(boolean permanent) throws Exception {
    TestRealm realm = bring(permanent);
    for (int attempt = 1; attempt < AT_MOST; attempt++) {
      isLetIn(realm, "form", "wrong-" + attempt);
    }
    assertThat(isLetIn(realm, "form", PASSWORD)).isTrue();
    Eventually.holds(() -> assertThat(realm.failures(id)).isZero());
  }

  private TestRealm bring(boolean permanent) {
    TestRealm realm = permanent ? PERMANENT : TEMPORARY;
    ObjectNode person = People.person(id, name);
    realm.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
    return realm;
  }

  private boolean isLetIn(TestRealm realm, String how, String password) throws Exception {
    if (how.equals("grant")) {
      return realm.login(name, password).status() == 200;
    }
    return new Browser(LiveKeycloak.SERVER, realm)
        .submit(Map.of("username", name, "password", password))
        .isLoggedIn();
  }

  private void unlock(TestRealm realm) {
    assertThat(REST.delete(realm.path + "/attack-detection/brute-force/users/" + id).status())
        .isEqualTo(204);
    assertThat(REST.put(realm.path + "/users/" + id, Map.of("enabled", true)).status())
        .isEqualTo(204);
  }
}
