package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.sluice.harness.Chromium;
import dev.sluice.rehearsal.user.AuthenticatorApp;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People with a second factor move: pool, gateway, Keycloak and browser are all there. */
class SecondFactorScenarioTest {

  @Test
  void both_old_factors_are_asked_for_and_a_new_one_is_set_up_before_the_password_moves(
      @TempDir Path directory) throws InterruptedException, IOException {
    try (Rehearsal rehearsal = Rehearsal.ofAllKinds(400);
        Migration migration =
            new Migration(directory, rehearsal.asPool(), LedgerKind.SQLITE, "hybrid");
        Chromium chromium = Chromium.launch()) {
      migration.mustDo("provision", "--execute");
      migration.sluice("bulk", "--execute");
      migration.serve();

      anAppsCodeLeadsToANewApp(rehearsal, migration, chromium);
      aTextMessagesCodeDoes(rehearsal, migration, chromium);
      whoMustHaveOneSetsOneUp(rehearsal, migration, chromium);
      anApplicationSendsTheCodeAlongAndNothingMoves(rehearsal, migration);
      anAdministratorsPasswordOwesANewFactor(rehearsal, migration);
    }
  }

  private static void anAppsCodeLeadsToANewApp(
      Rehearsal rehearsal, Migration migration, Chromium chromium)
      throws InterruptedException, IOException {
    MadeUser user = user(rehearsal, UserKind.MFA_TOTP, 0);
    Page page = password(chromium, migration, user);
    code(page, "000000");
    page.getByText(PageTexts.inAnyLanguage("sluiceCodeWrong")).waitFor();
    code(page, AuthenticatorApp.of(user).code(Instant.now()));
    assertThat(migration.user(user.sub()).path("state").asString()).isEqualTo("IMPORTED");

    setUp(page);

    assertThatMoved(rehearsal, migration, user, page);
  }

  private static void aTextMessagesCodeDoes(
      Rehearsal rehearsal, Migration migration, Chromium chromium) throws InterruptedException {
    MadeUser user = user(rehearsal, UserKind.MFA_SMS, 0);
    Page page = password(chromium, migration, user);
    String phone = user.phone().orElseThrow();
    assertThat(page.locator("#sluice-question").textContent())
        .contains(phone.substring(phone.length() - 4));
    code(page, rehearsal.pool().sentTo(user).getLast().code());

    setUp(page);

    assertThatMoved(rehearsal, migration, user, page);
  }

  private static void whoMustHaveOneSetsOneUp(
      Rehearsal rehearsal, Migration migration, Chromium chromium) throws InterruptedException {
    MadeUser user = user(rehearsal, UserKind.MFA_SETUP, 0);
    Page page = password(chromium, migration, user);

    setUp(page);

    assertThatMoved(rehearsal, migration, user, page);
  }

  private static void anApplicationSendsTheCodeAlongAndNothingMoves(
      Rehearsal rehearsal, Migration migration) {
    MadeUser user = user(rehearsal, UserKind.MFA_TOTP, 1);
    assertThat(migration.login(user.username(), user.password()).error())
        .isEqualTo("invalid_grant");

    Login login =
        Login.at(
            Place.shared().keycloak().url(),
            migration.realm(),
            user.username(),
            user.password(),
            AuthenticatorApp.of(user).code(Instant.now()));

    assertThat(login.sub()).isEqualTo(user.sub());
    assertThat(migration.user(user.sub()).path("state").asString()).isEqualTo("IMPORTED");
  }

  private static void anAdministratorsPasswordOwesANewFactor(
      Rehearsal rehearsal, Migration migration) {
    for (UserKind kind : new UserKind[] {UserKind.MFA_EMAIL, UserKind.MFA_SEVERAL}) {
      MadeUser user = user(rehearsal, kind, 0);
      assertThat(
              Place.shared()
                  .admin()
                  .resetPassword(migration.realm(), user.sub(), "brand new Zebra 41"))
          .isEqualTo(204);

      assertThat(migration.login(user.username(), "brand new Zebra 41").description())
          .isEqualTo("Account is not fully set up");
    }
  }

  private static Page password(Chromium chromium, Migration migration, MadeUser user) {
    Page page = AccountPage.open(chromium, migration.realm());
    page.locator("#username").fill(user.username());
    page.locator("#password").fill(user.password());
    page.locator("#kc-login").click();
    return page;
  }

  private static void code(Page page, String code) {
    page.locator("#sluice-code").fill(code);
    page.locator("#sluice-code-submit").click();
  }

  private static void setUp(Page page) {
    String secret = page.locator("#totpSecret").inputValue();
    AuthenticatorApp app = new AuthenticatorApp(secret.getBytes(StandardCharsets.UTF_8));
    page.locator("#totp").fill(app.code(Instant.now()));
    page.locator("#userLabel").fill("phone");
    page.locator("#saveTOTPBtn").click();
  }

  private static void assertThatMoved(
      Rehearsal rehearsal, Migration migration, MadeUser user, Page page)
      throws InterruptedException {
    page.waitForURL(url -> URI.create(url).getPath().contains("/account"));
    JsonNode record = migration.userOnce("by", "PASSWORD", user.sub());
    assertThat(record.path("state").asString()).isEqualTo("MIGRATED");
    long before = rehearsal.passwordChecks();
    assertThat(migration.login(user.username(), user.password()).error())
        .isEqualTo("invalid_grant");
    assertThat(rehearsal.passwordChecks()).isEqualTo(before);
  }

  private static MadeUser user(Rehearsal rehearsal, UserKind kind, int n) {
    return rehearsal.pool().users(kind).skip(n).findFirst().orElseThrow();
  }
}
