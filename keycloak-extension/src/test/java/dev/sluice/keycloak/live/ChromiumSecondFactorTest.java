package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import dev.sluice.harness.Chromium;
import dev.sluice.servers.MailBox;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Second factors as people meet them, in a real browser. */
class ChromiumSecondFactorTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final MailBox MAIL_BOX = new MailBox();
  private static final TestRealm KEEP =
      new TestRealm(LiveKeycloak.REST, GATEWAY, "hybrid")
          .mailing(MAIL_BOX)
          .with("secondFactor", "keep");
  private static final String PASSWORD = "Old-Passw0rd";
  private static final String CODE = "864209";
  private static final String SENT = "You should receive an email shortly";

  private static Chromium chromium;

  private final String id = UUID.randomUUID().toString();
  private final String name = "rex-" + id;
  private final ObjectNode person = People.person(id, name);

  @BeforeAll
  static void start() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
    MAIL_BOX.close();
    GATEWAY.close();
  }

  @Test
  void a_wrong_code_then_the_right_one_then_a_new_app_and_the_password_has_moved() {
    Page page = password("SMS");
    assertThat(page.locator("#sluice-question").textContent()).contains("+*******1234");
    code(page, "000000");
    LoginPage.awaitText(page, "This code is not right");
    code(page, CODE);
    page.locator("#sluice-enrol-now").click();
    String secret = page.locator("#totpSecret").inputValue();
    page.locator("#totp").fill("000000");
    page.locator("#userLabel").fill("my phone");
    page.locator("#saveTOTPBtn").click();
    LoginPage.awaitText(page, "Invalid authenticator code");
    assertThat(KEEP.credentials(id)).isEmpty();
    page.locator("#totp").fill(new EnrolledApp(secret).now());
    page.locator("#saveTOTPBtn").click();

    LoginPage.awaitLogin(page);
    assertThat(KEEP.credentials(id)).containsExactlyInAnyOrder("password", "otp");
    assertThat(KEEP.moved(id).path("linked").asBoolean()).isFalse();
  }

  @Test
  void who_may_choose_presses_a_button_and_not_now_lets_in_with_both_old_factors() {
    Page page = password("CHOICE");
    page.locator("#sluice-kind-TOTP").click();
    assertThat(page.locator("#sluice-question").textContent()).contains("authenticator app");
    code(page, CODE);
    page.locator("#sluice-enrol-not-now").waitFor();
    assertThat(KEEP.sessions(id)).isZero();
    page.locator("#sluice-enrol-not-now").click();

    LoginPage.awaitLogin(page);
    assertThat(KEEP.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(KEEP.credentials(id)).isEmpty();
  }

  @Test
  void going_back_or_loading_the_page_anew_asks_for_the_code_again_and_lets_nobody_in() {
    Page page = password("TOTP");
    page.locator("#sluice-code").waitFor();
    page.reload();
    page.locator("#sluice-code").waitFor();
    page.goBack();
    assertThat(KEEP.sessions(id)).isZero();
    page.goForward();
    page.locator("#sluice-back").click();
    page.locator("#password").waitFor();
    assertThat(KEEP.sessions(id)).isZero();
  }

  @Test
  void forgot_password_looks_as_for_everybody_and_sends_nothing() throws Exception {
    String without = UUID.randomUUID().toString();
    KEEP.bring(person, People.person(without, "sam-" + without));
    GATEWAY.secondFactor(id, "yes");

    assertThat(forget(name)).contains(SENT).isEqualTo(forget("sam-" + without));

    assertThat(MAIL_BOX.next())
        .as("the first mail")
        .contains("To: sam-" + without + "@example.org");
  }

  private Page password(String kind) {
    KEEP.bring(person);
    GATEWAY.asks(name, PASSWORD, person, kind, CODE);
    Page page = LoginPage.open(chromium, KEEP);
    page.locator("#username").fill(name);
    page.locator("#password").fill(PASSWORD);
    page.locator("#kc-login").click();
    return page;
  }

  private static void code(Page page, String code) {
    page.locator("#sluice-code").fill(code);
    page.locator("#sluice-code-submit").click();
  }

  private static String forget(String login) {
    Page page = LoginPage.open(chromium, KEEP);
    page.locator("a[href*='reset-credentials']").click();
    page.locator("#username").fill(login);
    page.locator("input[type=submit], button[type=submit]").first().click();
    LoginPage.awaitText(page, SENT);
    return page.locator("body").innerText().replace(login, "");
  }
}
