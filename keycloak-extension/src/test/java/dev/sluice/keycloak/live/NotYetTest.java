package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who know their password and whose turn to move has not come. */
class NotYetTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm HYBRID = new TestRealm(REST, GATEWAY, "hybrid");
  private static final TestRealm SLOW = new TestRealm(REST, GATEWAY, "slow");
  private static final TestRealm SPEAKING = new TestRealm(REST, GATEWAY, "slow");
  private static final String PASSWORD = "Old-Passw0rd";
  private static final String NOT_YET = "Your account has not moved here yet";

  /** More often than it takes to be locked out. */
  private static final int OFTEN = 5;

  private final String id = UUID.randomUUID().toString();
  private final String name = "ida-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "slow"})
  void the_form_says_so_stores_nothing_and_counts_nothing(String mode) throws Exception {
    TestRealm realm = realm(mode);
    answersNotYet("");
    Browser browser = new Browser(LiveKeycloak.SERVER, realm);
    for (int i = 0; i < OFTEN; i++) {
      browser.submit(Map.of("username", name, "password", PASSWORD));
      assertThat(browser.text())
          .contains(NOT_YET, "try again later")
          .doesNotContain("We could not log you in", "{0}");
    }
    nothingHappened(realm);
    GATEWAY.knows(name, PASSWORD, person.toString());
    GATEWAY.forget(name);
    browser.submit(Map.of("username", name, "password", PASSWORD));
    assertThat(browser.isLoggedIn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "slow"})
  void the_form_links_to_the_old_system(String mode) throws Exception {
    TestRealm realm = realm(mode);
    answersNotYet(",\"url\":\"https://old.example.org/login?from='new'&x=1\"");

    Browser browser = login(realm);

    assertThat(browser.text()).contains(NOT_YET, ">Log in at the previous site</a>");
    assertThat(browser.text())
        .contains("href=\"https://old.example.org/login?from=&#39;new&#39;&amp;x=1\"");
    nothingHappened(realm);
    browser.open(browser.link("login-actions/restart"));
    GATEWAY.knows(name, PASSWORD, person.toString());
    GATEWAY.forget(name);
    browser.submit(Map.of("username", name, "password", PASSWORD));
    assertThat(browser.isLoggedIn()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "javascript:alert(document.domain)",
        "http://old.example.org",
        "https://old.example.org/\\\"><script>alert(document.domain)</script>"
      })
  void an_address_that_is_not_safe_is_not_linked(String url) throws Exception {
    TestRealm realm = realm("hybrid");
    answersNotYet(",\"url\":\"" + url + "\"");

    assertThat(login(realm).text())
        .contains(NOT_YET, "try again later")
        .doesNotContain("document.domain", "old.example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "de, Ihr Konto ist noch nicht hierher umgezogen, bisherigen Seite</a>",
    "fr, pas encore été transféré ici, site précédent</a>",
    "es, Su cuenta aún no se ha trasladado, Entrar en el sitio anterior</a>"
  })
  void every_language_of_the_jar_says_so(String language, String said, String link)
      throws Exception {
    SPEAKING.speaks(language);
    answersNotYet(",\"url\":\"https://old.example.org/\"");

    assertThat(login(SPEAKING).text()).contains(said, link, "href=\"https://old.example.org/\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "slow"})
  void an_application_that_asks_with_a_password_is_told_why(String mode) {
    TestRealm realm = realm(mode);
    answersNotYet(",\"url\":\"https://old.example.org/login\"");
    for (int i = 0; i < OFTEN; i++) {
      Rest.Reply reply = realm.login(name, PASSWORD);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.body().path("error").asText()).isEqualTo("invalid_grant");
      assertThat(reply.body().path("error_description").asText())
          .isEqualTo(
              "This account has not moved here yet, log in at https://old.example.org/login");
    }
    nothingHappened(realm);
    GATEWAY.knows(name, PASSWORD, person.toString());
    GATEWAY.forget(name);
    assertThat(realm.login(name, PASSWORD).status()).isEqualTo(200);
  }

  private void answersNotYet(String url) {
    GATEWAY.answers(name, 200, "{\"verdict\":\"refused\",\"reason\":\"not-yet\"" + url + "}");
  }

  private TestRealm realm(String mode) {
    if (mode.equals("slow")) {
      return SLOW;
    }
    HYBRID.bring(person);
    return HYBRID;
  }

  private Browser login(TestRealm realm) throws Exception {
    return new Browser(LiveKeycloak.SERVER, realm)
        .submit(Map.of("username", name, "password", PASSWORD));
  }

  private void nothingHappened(TestRealm realm) {
    if (realm == SLOW) {
      assertThat(REST.get(realm.path + "/users?search=" + name).body()).isEmpty();
    } else {
      assertThat(realm.moved(id).path("linked").asBoolean()).isTrue();
      assertThat(realm.moved(id).path("hasPassword").asBoolean()).isFalse();
    }
    assertThat(
            REST.get(realm.path + "/attack-detection/brute-force/users/" + id)
                .body()
                .path("numFailures")
                .asInt())
        .isZero();
    assertThat(GATEWAY.settled(id)).isEmpty();
  }
}
