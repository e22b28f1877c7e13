package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import dev.sluice.servers.MailBox;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgotPasswordTest {
  private static final String NEW_PASSWORD = "Brand-new-9";

  @ParameterizedTest
  @CsvSource({"hybrid, AT_FIRST_LOGIN", "bulk, MUST_RESET"})
  void somebody_who_never_logged_in_here_can_set_a_new_password(String mode, String password)
      throws Exception {
    String id = UUID.randomUUID().toString();
    ObjectNode person = People.person(id, "hal-" + id).put("password", password);
    try (var gateway = new FakeGateway();
        var mailBox = new MailBox()) {
      var realm = new TestRealm(LiveKeycloak.REST, gateway, mode);
      sendMailTo(realm, mailBox);
      realm.bring(person);
      Browser browser = forget(realm, "hal-" + id);
      browser.open(MailBox.linkIn(mailBox.next()));
      browser.submit(Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
      assertThat(browser.text()).contains("Account updated");
      assertThat(TestRealm.subject(realm.login("hal-" + id, NEW_PASSWORD))).isEqualTo(id);
      assertThat(gateway.asked("hal-" + id)).isEmpty();
      assertThat(realm.moved(id).path("linked").asBoolean()).isFalse();
      Eventually.holds(() -> assertThat(gateway.settled(id)).containsExactly("RESET"));
    }
  }

  private static Browser forget(TestRealm realm, String login) throws Exception {
    var browser = new Browser(LiveKeycloak.SERVER, realm);
    browser.open(browser.link("login-actions/reset-credentials"));
    return browser.submit(Map.of("username", login));
  }

  private static void sendMailTo(TestRealm realm, MailBox mailBox) {
    var smtp =
        Map.of(
            "host", "127.0.0.1",
            "port", String.valueOf(mailBox.port()),
            "from", "realm@example.org");
    assertThat(LiveKeycloak.REST.put(realm.path, Map.of("smtpServer", smtp)).status())
        .isEqualTo(204);
  }
}
