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
import org.junit.jupiter.api.parallel.ResourceLock;

/** What people see who have not moved yet, in Debian's Chromium. */
@ResourceLock("the one Chromium of RealBrowser, which is for one thread")
class RealBrowserTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final MailBox MAIL_BOX = new MailBox();
  private static final TestRealm REALM =
      new TestRealm(REST, GATEWAY, "hybrid").acceptingSignUps().mailingTo(MAIL_BOX);
  private static final String PASSWORD = "Old-Passw0rd";
  private static final String NEW_PASSWORD = "Brand-new-9";

  private final String id = UUID.randomUUID().toString();
  private final String name = "ola-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() throws IOException {
    MAIL_BOX.close();
    GATEWAY.close();
  }

  @Test
  void the_old_password_logs_in_moves_and_logs_in_again() throws Exception {
    bring();
    try (var browser = new RealBrowser(REALM)) {
      browser.logIn(name, "not-" + PASSWORD);
      assertThat(browser.page().locator("#input-error-username").textContent())
          .contains("We could not log you in", "try again in a few minutes");
      assertThat(browser.logIn(name, PASSWORD).subject()).isEqualTo(id);
    }
    try (var again = new RealBrowser(REALM)) {
      assertThat(again.logIn(name, PASSWORD).subject()).isEqualTo(id);
    }
    assertThat(GATEWAY.asked(name)).hasSize(2);
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  @Test
  void a_forgotten_password_is_replaced_by_the_mails_link_and_settles_as_reset() throws Exception {
    bring();
    try (var browser = new RealBrowser(REALM)) {
      browser.page().getByText("Forgot Password?").click();
      browser.page().fill("#username", name);
      browser.page().click("input[type=submit], button[type=submit]");
      assertThat(browser.page().content()).contains("You should receive an email shortly");
      browser.page().navigate(MailBox.linkIn(MAIL_BOX.next()).toString());
      browser.page().fill("#password-new", NEW_PASSWORD);
      browser.page().fill("#password-confirm", NEW_PASSWORD);
      browser.page().click("input[type=submit], button[type=submit]");
      assertThat(browser.page().content()).contains("Your account has been updated");
      browser.begin();
      assertThat(browser.logIn(name, NEW_PASSWORD).subject()).isEqualTo(id);
    }
    assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(400);
    assertThat(GATEWAY.asked(name)).isEmpty();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("RESET"));
  }

  @Test
  void who_remembers_the_old_password_after_asking_for_a_mail_is_let_in_and_moves()
      throws Exception {
    bring();
    try (var browser = new RealBrowser(REALM)) {
      browser.page().getByText("Forgot Password?").click();
      browser.page().fill("#username", name);
      browser.page().click("input[type=submit], button[type=submit]");
      assertThat(MAIL_BOX.next()).contains("To: " + name);
      assertThat(browser.logIn(name, PASSWORD).subject()).isEqualTo(id);
    }
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  @Test
  void a_sign_up_under_the_login_of_somebody_who_has_not_moved_is_refused_and_another_is_not()
      throws Exception {
    GATEWAY.hasTaken(name + "@example.org");
    try (var browser = new RealBrowser(REALM)) {
      browser.page().getByText("Register").click();
      signUp(browser, "other-" + id, name + "@example.org");
      assertThat(browser.page().locator("#input-error-email").textContent())
          .contains("Email already exists.");
      signUp(browser, "other-" + id, "other-" + id + "@example.org");
      assertThat(browser.isLoggedIn()).as(browser.page().url()).isTrue();
    }
    assertThat(REST.get(REALM.path + "/users?search=*" + id + "*").body()).hasSize(1);
  }

  private static void signUp(RealBrowser browser, String username, String email) {
    Map.of(
            "#username", username,
            "#password", NEW_PASSWORD,
            "#password-confirm", NEW_PASSWORD,
            "#email", email,
            "#firstName", "Ola",
            "#lastName", "Nordmann")
        .forEach(browser.page()::fill);
    browser.page().click("input[type=submit], button[type=submit]");
  }

  private void bring() {
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
  }
}
