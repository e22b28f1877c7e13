package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.harness.Eventually;
import dev.sluice.servers.MailBox;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new password before the first login must not do away with a second factor. */
class SecondFactorResetTest {
  private static final Rest REST = LiveKeycloak.REST;
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final MailBox MAIL_BOX = new MailBox();
  private static final TestRealm REFUSE = new TestRealm(REST, GATEWAY, "hybrid").mailing(MAIL_BOX);
  private static final TestRealm ENROL =
      new TestRealm(REST, GATEWAY, "hybrid")
          .mailing(MAIL_BOX)
          .with("resetWithSecondFactor", "enrol");
  private static final String SENT = "You should receive an email shortly";
  private static final String NEW = "Brand-new-77";

  private final String id = UUID.randomUUID().toString();
  private final String name = "pia-" + id;

  @AfterAll
  static void stop() throws IOException {
    MAIL_BOX.close();
    GATEWAY.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "unknown"})
  void who_has_one_or_may_have_one_gets_no_link_and_nobody_can_tell(String standing)
      throws Exception {
    String without = UUID.randomUUID().toString();
    REFUSE.bring(People.person(id, name), People.person(without, "quin-" + without));
    GATEWAY.secondFactor(id, standing);

    assertThat(forget(REFUSE, name)).contains(SENT);
    assertThat(forget(REFUSE, "nobody-" + id)).contains(SENT);
    assertThat(forget(REFUSE, "quin-" + without)).contains(SENT);

    assertThat(MAIL_BOX.next())
        .as("the first mail")
        .contains("To: quin-" + without + "@example.org");
    assertThat(REFUSE.moved(id).path("linked").asBoolean()).isTrue();
    var events = REST.get(REFUSE.path + "/events?type=RESET_PASSWORD_ERROR&user=" + id).body();
    assertThat(events.path(0).path("error").asText()).isEqualTo("sluice_second_factor");
  }

  @Test
  void a_gateway_that_is_down_sends_no_link_either() throws Exception {
    String own = UUID.randomUUID().toString();
    REFUSE.bring(People.person(id, name));
    assertThat(
            REST.post(
                    REFUSE.path + "/users",
                    Map.of("username", own, "enabled", true, "email", own + "@example.org"))
                .status())
        .isEqualTo(201);
    GATEWAY.down(true);
    try {
      assertThat(forget(REFUSE, name)).contains(SENT);
      assertThat(forget(REFUSE, own)).contains(SENT);
    } finally {
      GATEWAY.down(false);
    }
    assertThat(MAIL_BOX.next()).as("the first mail").contains("To: " + own + "@example.org");
  }

  @Test
  void where_the_owner_wants_it_the_link_leads_to_a_new_password_and_a_new_factor()
      throws Exception {
    ENROL.bring(People.person(id, name));
    GATEWAY.secondFactor(id, "yes");
    forget(ENROL, name);

    var browser = new Browser(LiveKeycloak.SERVER, ENROL);
    browser.open(MailBox.linkIn(MAIL_BOX.next()));
    browser.submit(Map.of("password-new", NEW, "password-confirm", NEW));
    assertThat(browser.text()).contains("kc-totp-settings-form");
    assertThatOneFactorIsNotEnough(ENROL);

    EnrolledApp.setUp(browser);
    assertThat(ENROL.credentials(id)).containsExactlyInAnyOrder("password", "otp");
    assertThat(login(ENROL).text()).contains("kc-otp-login-form");
  }

  @Test
  void after_an_administrators_new_password_a_factor_is_set_up_at_the_next_login()
      throws Exception {
    REFUSE.bring(People.person(id, name));
    GATEWAY.secondFactor(id, "yes");
    setPassword();
    assertThat(REFUSE.user(id).path("requiredActions")).hasToString("[\"CONFIGURE_TOTP\"]");
    assertThatOneFactorIsNotEnough(REFUSE);

    Browser browser = login(REFUSE);
    assertThat(browser.text()).contains("kc-totp-settings-form");
    assertThat(REFUSE.sessions(id)).isZero();
    EnrolledApp.setUp(browser);

    assertThat(browser.isLoggedIn()).isTrue();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("RESET"));
  }

  @Test
  void who_has_none_owes_none() throws Exception {
    REFUSE.bring(People.person(id, name));
    setPassword();
    assertThat(login(REFUSE).isLoggedIn()).isTrue();
  }

  private void setPassword() {
    assertThat(
            REST.put(
                    REFUSE.path + "/users/" + id + "/reset-password",
                    Map.of("type", "password", "value", NEW, "temporary", false))
                .status())
        .isEqualTo(204);
  }

  private void assertThatOneFactorIsNotEnough(TestRealm realm) throws Exception {
    assertThat(realm.sessions(id)).isZero();
    assertThat(realm.login(name, NEW).body().path("error_description").asText())
        .isEqualTo("Account is not fully set up");
    assertThat(login(realm).isLoggedIn()).isFalse();
  }

  private Browser login(TestRealm realm) throws Exception {
    return new Browser(LiveKeycloak.SERVER, realm)
        .submit(Map.of("username", name, "password", NEW));
  }

  private static String forget(TestRealm realm, String login) throws Exception {
    var browser = new Browser(LiveKeycloak.SERVER, realm);
    browser.open(browser.link("login-actions/reset-credentials"));
    return browser.submit(Map.of("username", login)).text();
  }
}
