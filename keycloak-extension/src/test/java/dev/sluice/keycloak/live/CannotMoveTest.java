package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People whose password is right and whom the realm cannot take as they are. */
class CannotMoveTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final TestRealm SPEAKING = new TestRealm(REST, GATEWAY, "slow");
  private static final String PASSWORD = "Old-Passw0rd";

  private final String id = UUID.randomUUID().toString();
  private final String name = "rea-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void the_page_says_that_trying_again_does_not_help_once_the_password_is_right() throws Exception {
    takeTheEmail(REALM);
    GATEWAY.knows(name, PASSWORD, person.toString());

    assertThat(login(REALM, PASSWORD).text())
        .contains("Your password is right, but your account could not be moved here")
        .doesNotContain("try again shortly");
    assertThat(login(REALM, "wrong").text())
        .contains("We could not log you in")
        .doesNotContain("could not be moved");
  }

  @Test
  void who_proves_two_factors_is_told_the_same_after_the_second() throws Exception {
    takeTheEmail(REALM);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", "123456");

    Browser browser = login(REALM, PASSWORD);
    assertThat(browser.text()).doesNotContain("could not be moved");
    browser.submit(Map.of("sluice-code", "123456"));
    assertThat(browser.text()).contains("your account could not be moved here");
  }

  @Test
  void whom_the_mapping_rejects_is_told_the_same() throws Exception {
    GATEWAY.answers(name, 503, "{\"verdict\":\"none\",\"reason\":\"not-movable\"}");
    assertThat(login(REALM, PASSWORD).text()).contains("your account could not be moved here");
  }

  @Test
  void an_application_is_told_that_support_must_help() {
    takeTheEmail(REALM);
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(REALM.login(name, PASSWORD).body().path("error_description").asText())
        .isEqualTo("This account could not be moved here; its owner needs help from support");
  }

  @ParameterizedTest
  @CsvSource({"de, konnte nicht hierher umgezogen werden", "fr, pas pu être transféré ici"})
  void every_language_of_the_jar_says_so(String language, String said) throws Exception {
    SPEAKING.speaks(language);
    takeTheEmail(SPEAKING);
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(login(SPEAKING, PASSWORD).text()).contains(said);
  }

  private void takeTheEmail(TestRealm realm) {
    String other = UUID.randomUUID().toString();
    realm.bring(People.person(other, "first-" + other).put("email", name + "@example.org"));
  }

  private Browser login(TestRealm realm, String password) throws Exception {
    return new Browser(LiveKeycloak.SERVER, realm)
        .submit(Map.of("username", name, "password", password));
  }
}
