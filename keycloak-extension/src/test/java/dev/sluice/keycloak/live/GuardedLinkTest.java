package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import dev.sluice.servers.MailBox;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A social account whose address is that of a user who has not moved: by a mail alone it is joined
 * to nobody who had to prove more than a mailbox.
 */
@ResourceLock("the one Chromium of RealBrowser, which is for one thread")
class GuardedLinkTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final MailBox MAIL_BOX = new MailBox();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM =
      new TestRealm(REST, GATEWAY, "hybrid").mailing(MAIL_BOX).guardingLinks();
  private static final SocialProvider PROVIDER = new SocialProvider(REALM);
  private static final String PASSWORD = "Old-Passw0rd";

  private final String id = UUID.randomUUID().toString();
  private final String name = "zoe-" + id;

  @AfterEach
  void undo() {
    REALM.choosing("resetWithSecondFactor", "refuse");
  }

  @AfterAll
  static void stop() throws IOException {
    MAIL_BOX.close();
    GATEWAY.close();
  }

  @Test
  void who_has_a_password_only_joins_the_account_by_mail_and_the_password_still_waits()
      throws Exception {
    REALM.bring(unlinked());
    try (RealBrowser browser = addToExisting()) {
      browser.page().navigate(MailBox.linkIn(MAIL_BOX.next()).toString());
      assertThat(browser.subject()).isEqualTo(id);
    }
    assertThat(links()).isEqualTo(1);
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"yes, refuse", "unknown, refuse", "yes, enrol"})
  void who_has_or_may_have_a_second_factor_gets_no_mail_and_the_password_alone_does_not_do(
      String factor, String afterResets) throws Exception {
    REALM.choosing("resetWithSecondFactor", afterResets);
    ObjectNode person = unlinked();
    REALM.bring(person);
    GATEWAY.secondFactor(id, factor);
    GATEWAY.asks(name, PASSWORD, person, "TOTP", "123456");
    try (RealBrowser browser = addToExisting()) {
      browser.page().fill("#password", PASSWORD);
      browser.page().click("#kc-login");
      assertThat(browser.isLoggedIn()).isFalse();
    }
    assertThatNobodyWasLetIn();
    JsonNode events =
        REST.get(REALM.path + "/events?type=SEND_IDENTITY_PROVIDER_LINK_ERROR&user=" + id).body();
    assertThat(events.path(0).path("error").asText()).isEqualTo("sluice_second_factor");
  }

  @Test
  void an_address_that_was_never_verified_gets_no_mail_and_the_old_password_joins_the_account()
      throws Exception {
    ObjectNode person = unlinked().put("emailVerified", false);
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
    try (RealBrowser browser = addToExisting()) {
      browser.page().fill("#password", "not-the-Passw0rd");
      browser.page().click("#kc-login");
      assertThatNobodyWasLetIn();
      browser.page().fill("#password", PASSWORD);
      browser.page().click("#kc-login");
      assertThat(browser.subject()).isEqualTo(id);
    }
    assertThat(links()).isEqualTo(1);
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  private ObjectNode unlinked() {
    ObjectNode person = People.person(id, name);
    person.putArray("links");
    return person;
  }

  /** As the owner of the social account, up to where the user is to be proven. */
  private RealBrowser addToExisting() {
    PROVIDER.account(name);
    RealBrowser browser = PROVIDER.logIn(name);
    browser.page().click("#linkAccount");
    return browser;
  }

  private void assertThatNobodyWasLetIn() throws Exception {
    assertThat(links()).isZero();
    assertThat(REALM.sessions(id)).isZero();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(REST.get(REALM.path + "/users?search=" + name).body()).hasSize(1);
    assertThat(MAIL_BOX.isEmpty()).as("no mail").isTrue();
  }

  private int links() {
    return REST.get(REALM.path + "/users/" + id + "/federated-identity").body().size();
  }
}
