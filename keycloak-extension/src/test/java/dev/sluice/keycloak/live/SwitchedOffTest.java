package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.servers.MailBox;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody switches Sluice's user federation provider off, by the console's button. */
class SwitchedOffTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final MailBox MAIL_BOX = new MailBox();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM =
      new TestRealm(REST, GATEWAY, "hybrid").mailing(MAIL_BOX).acceptingSignUps();
  private static final String COMPONENT = REALM.path + "/components/" + REALM.componentId;
  private static final String PASSWORD = "Old-Passw0rd";

  private final String id = UUID.randomUUID().toString();
  private final String name = "odo-" + id;
  private final ObjectNode person = People.person(id, name);

  @BeforeEach
  void switchOff() {
    REALM.with("paused", "false");
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
    REALM.with("enabled", "false");
  }

  @AfterAll
  static void stop() throws IOException {
    MAIL_BOX.close();
    GATEWAY.close();
  }

  @Test
  void it_is_paused_instead_and_says_so_in_its_settings() {
    JsonNode config = REST.get(COMPONENT).body().path("config");
    assertThat(config.path("paused").path(0).asText()).isEqualTo("true");
    assertThat(config.path("enabled").path(0).asText()).isEqualTo("true");
  }

  @Test
  void who_has_not_moved_is_asked_to_try_again_and_nothing_counts() throws Exception {
    assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(503);
    assertThat(login(name).text()).contains("try again shortly");
    assertThat(REALM.failures(id)).isZero();
    assertThat(GATEWAY.asked(name)).isEmpty();
  }

  @Test
  void so_is_a_login_that_the_realm_does_not_know() throws Exception {
    assertThat(REALM.login("alias-" + id, PASSWORD).status()).isEqualTo(503);
    assertThat(login("alias-" + id).text()).contains("try again shortly");
    assertThat(GATEWAY.asked("alias-" + id)).isEmpty();
  }

  @Test
  void nobody_signs_up_with_a_login_that_may_be_taken() throws Exception {
    Browser browser = new Browser(LiveKeycloak.SERVER, REALM);
    browser.open(browser.link("login-actions/registration"));
    browser.submit(
        Map.of(
            "username", "new-" + id,
            "email", "new-" + id + "@example.org",
            "firstName", "Odo",
            "lastName", "Muster",
            "password", "Brand-new-9",
            "password-confirm", "Brand-new-9"));
    assertThat(browser.text()).contains("We cannot sign you up at the moment");
  }

  @Test
  void who_has_moved_logs_in_as_ever() throws Exception {
    REALM.with("paused", "false");
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    REALM.with("enabled", "false");
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
  }

  @Test
  void an_administrator_edits_and_sees_users_as_ever() {
    assertThat(REALM.user(id).path("enabled").asBoolean()).isTrue();
    assertThat(
            REST.put(REALM.path + "/users/" + id, Map.of("email", "new-" + id + "@example.org"))
                .status())
        .isEqualTo(204);
    assertThat(REALM.user(id).path("email").asText()).isEqualTo("new-" + id + "@example.org");
  }

  @Test
  void a_password_that_an_administrator_sets_is_stored_and_a_factor_is_owed() {
    Rest.Reply reply =
        REST.put(
            REALM.path + "/users/" + id + "/reset-password",
            Map.of("type", "password", "value", "Brand-new-9", "temporary", false));
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isTrue();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    // Nobody can say whether there was a second factor.
    assertThat(REALM.user(id).path("requiredActions").toString()).contains("CONFIGURE_TOTP");
  }

  @Test
  void forgot_password_answers_as_in_an_outage() throws Exception {
    Browser browser = new Browser(LiveKeycloak.SERVER, REALM);
    browser.open(browser.link("reset-credentials"));
    browser.submit(Map.of("username", name));
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text()).contains("You should receive an email shortly");
    assertThat(MAIL_BOX.isEmpty()).isTrue();
  }

  @Test
  void once_it_is_no_longer_paused_the_old_password_moves() throws Exception {
    REALM.with("paused", "false");
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
  }

  private static Browser login(String login) throws Exception {
    return new Browser(LiveKeycloak.SERVER, REALM)
        .submit(Map.of("username", login, "password", PASSWORD));
  }
}
