package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.sluice.harness.Chromium;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import dev.sluice.servers.MailBox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whom Cognito lets in with no password gets in by "forgot password" at Keycloak. */
class WaysBackInScenarioTest {
  private static final String NEW_PASSWORD = "brand new Zebra 43!A";

  @Test
  void an_expired_temporary_password_a_required_reset_and_an_unconfirmed_sign_up_end_in_a_reset(
      @TempDir Path directory) throws InterruptedException, IOException {
    try (Rehearsal rehearsal = Rehearsal.ofAllKinds(400);
        MailBox mailBox = new MailBox();
        Migration migration =
            new Migration(directory, rehearsal.asPool(), LedgerKind.SQLITE, "hybrid", mailBox);
        Chromium chromium = Chromium.launch()) {
      migration.mustDo("provision", "--execute");
      migration.sluice("bulk", "--execute");
      migration.serve();

      for (UserKind kind :
          new UserKind[] {
            UserKind.FORCE_CHANGE_EXPIRED, UserKind.RESET_REQUIRED, UserKind.UNCONFIRMED
          }) {
        MadeUser user = rehearsal.pool().users(kind).findFirst().orElseThrow();
        theOldPasswordIsRefusedAndNotCounted(migration, user);
        aNewOneIsSetByMail(migration, chromium, mailBox, user);
        theUserHasMoved(rehearsal, migration, user);
      }
    }
  }

  private static void theOldPasswordIsRefusedAndNotCounted(Migration migration, MadeUser user) {
    Login refused = migration.login(user.username(), user.password());

    assertThat(refused.error()).as("%s", user.kind()).isEqualTo("invalid_grant");
    assertThat(Place.shared().admin().failures(migration.realm(), user.sub()))
        .as("no failure of %s's", user.kind())
        .isZero();
    assertThat(migration.user(user.sub()).path("state").asString()).isEqualTo("IMPORTED");
  }

  private static void aNewOneIsSetByMail(
      Migration migration, Chromium chromium, MailBox mailBox, MadeUser user)
      throws InterruptedException, IOException {
    Page page = AccountPage.open(chromium, migration.realm());
    page.locator("#username").fill(user.username());
    page.locator("#password").fill(user.password());
    page.locator("#kc-login").click();
    page.getByText(PageTexts.inAnyLanguage("sluiceRefused")).waitFor();
    page.locator("a[href*='reset-credentials']").click();
    page.locator("#username").fill(user.username());
    page.locator("#kc-reset-password-form [type=submit]").click();
    String mail = mailBox.next();
    assertThat(mail).contains("To: " + user.email().orElseThrow());
    page.navigate(MailBox.linkIn(mail).toString());
    if (user.kind() == UserKind.UNCONFIRMED) {
      page.locator("#sluice-confirm").click();
    }
    page.locator("#password-new").fill(NEW_PASSWORD);
    page.locator("#password-confirm").fill(NEW_PASSWORD);
    page.waitForResponse(
        answer -> answer.request().isNavigationRequest() && answer.status() == 200,
        () -> page.locator("#kc-passwd-update-form [type=submit]").click());
    page.waitForLoadState();
    assertThat(page.locator("#kc-info-message").count())
        .as("in the user's own language: %s", page.locator("body").innerText())
        .isEqualTo(1);
  }

  private static void theUserHasMoved(Rehearsal rehearsal, Migration migration, MadeUser user)
      throws InterruptedException, IOException {
    long before = rehearsal.passwordChecks();

    assertThat(migration.login(user.username(), NEW_PASSWORD).sub()).isEqualTo(user.sub());
    assertThat(migration.login(user.username(), user.password()).letIn()).isFalse();

    assertThat(rehearsal.passwordChecks()).isEqualTo(before);
    JsonNode record = migration.userOnce("by", "RESET", user.sub());
    assertThat(record.path("state").asString()).isEqualTo("MIGRATED");
    JsonNode there = Place.shared().admin().user(migration.realm(), user.sub());
    assertThat(there.path("emailVerified").asBoolean()).isTrue();
    assertThat(there.path("requiredActions")).isEmpty();
  }
}
