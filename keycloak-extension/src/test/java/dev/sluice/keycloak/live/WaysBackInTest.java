package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whom the old password alone does not let in gets in by what the pages offer. */
class WaysBackInTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final MailBox MAIL_BOX = new MailBox();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid").mailingTo(MAIL_BOX);
  private static final String PASSWORD = "Old-Passw0rd";
  private static final Map<String, String> NEW =
      Map.of("password-new", "Brand-new-9", "password-confirm", "Brand-new-9");

  private final String id = UUID.randomUUID().toString();
  private final String name = "wim-" + id;

  @AfterAll
  static void stop() throws IOException {
    MAIL_BOX.close();
    GATEWAY.close();
  }

  @Test
  void who_must_reset_the_password_gets_in_by_the_forgot_password_of_that_page() throws Exception {
    ObjectNode person = People.person(id, name);
    REALM.bring(person);
    GATEWAY.answers(name, 200, "{\"verdict\":\"refused\",\"reason\":\"reset-required\"}");

    Browser browser = logIn(PASSWORD);
    assertThat(browser.isLoggedIn()).isFalse();
    browser.open(browser.link("login-actions/reset-credentials"));
    browser.submit(Map.of("username", name));
    browser.open(RealBrowser.linkIn(MAIL_BOX.next()));
    browser.submit(NEW);

    assertThat(browser.text()).contains("Account updated");
    assertThat(REALM.user(id).path("emailVerified").asBoolean()).isTrue();
    assertThat(REALM.user(id).path("requiredActions")).isEmpty();
    assertThat(TestRealm.subject(REALM.login(name, "Brand-new-9"))).isEqualTo(id);
    assertThat(GATEWAY.asked(name)).as("only before the reset").hasSize(1);
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("RESET"));
  }

  @Test
  void a_temporary_password_of_an_administrator_leads_to_a_new_one_and_in() throws Exception {
    bring();
    Map<String, Object> temporary =
        Map.of("type", "password", "value", "Temp-orary-1", "temporary", true);
    assertThat(REST.put(REALM.path + "/users/" + id + "/reset-password", temporary).status())
        .isEqualTo(204);

    assertThat(logIn(PASSWORD).isLoggedIn()).as("the old one").isFalse();
    Browser browser = logIn("Temp-orary-1");
    assertThat(browser.isLoggedIn()).isFalse();
    assertThat(browser.submit(NEW).isLoggedIn()).isTrue();

    assertThat(TestRealm.subject(REALM.login(name, "Brand-new-9"))).isEqualTo(id);
    assertThat(GATEWAY.asked(name)).isEmpty();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("RESET"));
  }

  private void bring() {
    ObjectNode person = People.person(id, name);
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
  }

  private Browser logIn(String password) throws Exception {
    return new Browser(LiveKeycloak.SERVER, REALM)
        .submit(Map.of("username", name, "password", password));
  }
}
