package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import dev.sluice.servers.MailBox;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the old password alone does not let in gets in by what the pages offer. */
class WaysBackInTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final MailBox MAIL_BOX = new MailBox();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid").mailing(MAIL_BOX);
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

  @ParameterizedTest
  @ValueSource(strings = {"reset-required", "not-confirmed", "temporary-password-expired"})
  void whom_cognito_refuses_whatever_the_password_gets_in_by_the_forgot_password_of_that_page(
      String reason) throws Exception {
    REALM.bring(reason.equals("not-confirmed") ? unconfirmed() : People.person(id, name));
    GATEWAY.answers(name, 200, "{\"verdict\":\"refused\",\"reason\":\"%s\"}".formatted(reason));

    Browser browser = logIn(PASSWORD);
    assertThat(browser.isLoggedIn()).isFalse();
    assertThat(browser.text()).contains("choose a new password with");
    followMailedLink(browser);
    if (reason.equals("not-confirmed")) {
      browser.submit(Map.of());
    }
    browser.submit(NEW);

    assertThat(browser.text()).contains("Account updated");
    assertThat(REALM.user(id).path("emailVerified").asBoolean()).isTrue();
    assertThat(REALM.user(id).path("requiredActions")).isEmpty();
    assertThat(TestRealm.subject(REALM.login(name, "Brand-new-9"))).isEqualTo(id);
    assertThat(GATEWAY.asked(name)).as("only before the reset").hasSize(1);
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("RESET"));
  }

  @Test
  void a_program_that_follows_the_links_in_mails_proves_no_address() throws Exception {
    REALM.bring(unconfirmed());
    Browser browser = new Browser(LiveKeycloak.SERVER, REALM);
    followMailedLink(browser);

    assertThat(browser.text())
        .contains("Confirm validity of e-mail address " + name + "@example.org");
    assertThat(REALM.user(id).path("emailVerified").asBoolean()).isFalse();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
  }

  @Test
  void an_address_that_has_changed_since_the_link_was_followed_is_not_proven_by_it()
      throws Exception {
    REALM.bring(unconfirmed());
    Browser browser = new Browser(LiveKeycloak.SERVER, REALM);
    followMailedLink(browser);
    changeAddress("new-" + name + "@example.org");

    browser.submit(Map.of());

    assertThat(REALM.user(id).path("emailVerified").asBoolean()).isFalse();
    assertThat(MAIL_BOX.next()).as("the one that verifies").contains("To: new-" + name);
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
  }

  @Test
  void a_link_to_an_address_that_has_changed_leads_nowhere() throws Exception {
    REALM.bring(unconfirmed());
    Browser browser = new Browser(LiveKeycloak.SERVER, REALM);
    browser.open(browser.link("login-actions/reset-credentials"));
    browser.submit(Map.of("username", name));
    changeAddress("new-" + name + "@example.org");

    browser.open(MailBox.linkIn(MAIL_BOX.next()));

    assertThat(browser.text()).contains("Invalid email address");
    assertThat(REALM.user(id).path("emailVerified").asBoolean()).isFalse();
  }

  @Test
  void a_new_password_of_an_administrator_proves_no_address() {
    REALM.bring(unconfirmed());
    Map<String, Object> password = Map.of("type", "password", "value", "Brand-new-9");
    assertThat(REST.put(REALM.path + "/users/" + id + "/reset-password", password).status())
        .isEqualTo(204);

    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(REALM.user(id).path("emailVerified").asBoolean()).isFalse();
    assertThat(REALM.user(id).path("requiredActions")).hasToString("[\"VERIFY_EMAIL\"]");
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

  @Test
  void a_mail_that_nobody_uses_leaves_the_old_password_as_it_was() throws Exception {
    bring();
    Browser forgetful = new Browser(LiveKeycloak.SERVER, REALM);
    forgetful.open(forgetful.link("login-actions/reset-credentials"));
    forgetful.submit(Map.of("username", name));
    assertThat(MAIL_BOX.next()).contains("To: " + name);

    assertThat(logIn(PASSWORD).isLoggedIn()).isTrue();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  private ObjectNode unconfirmed() {
    ObjectNode person = People.person(id, name).put("emailVerified", false);
    person.withArray("obligations").add("VERIFY_EMAIL");
    return person;
  }

  private void followMailedLink(Browser browser) throws Exception {
    browser.open(browser.link("login-actions/reset-credentials"));
    browser.submit(Map.of("username", name));
    browser.open(MailBox.linkIn(MAIL_BOX.next()));
  }

  private void changeAddress(String email) {
    ObjectNode user = (ObjectNode) REALM.user(id);
    assertThat(REST.put(REALM.path + "/users/" + id, user.put("email", email)).status())
        .isEqualTo(204);
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
