package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.sluice.harness.Chromium;
import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlowScenarioTest {

  @ParameterizedTest
  @EnumSource(LedgerKind.class)
  void nobody_is_there_before_the_first_login_and_only_the_right_password_brings_anybody(
      LedgerKind ledger, @TempDir Path directory) throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(40);
        Migration migration = new Migration(directory, rehearsal.asPool(), ledger, "slow")) {
      migration.mustDo("provision", "--execute");
      assertThat(migration.sluice("bulk", "--execute").exitCode()).isEqualTo(4);
      migration.serve();
      MadeUser user = rehearsal.someoneWhoCanLogIn(0);

      Login wrong = migration.login(user.username(), "not the password");
      assertThat(wrong.error()).isEqualTo("invalid_grant");
      assertThat(Place.shared().admin().userIds(migration.realm())).isEmpty();

      Login first = migration.login(user.username(), user.password());
      assertThat(first.sub()).isEqualTo(user.sub());
      assertThat(Place.shared().admin().userIds(migration.realm())).containsExactly(user.sub());
      assertThat(migration.userOnce("by", "PASSWORD", user.username()).path("by").asString())
          .isEqualTo("PASSWORD");

      long before = rehearsal.passwordChecks();
      assertThat(migration.login(user.username(), user.password()).sub()).isEqualTo(user.sub());
      assertThat(rehearsal.passwordChecks()).isEqualTo(before);
    }
  }

  @Test
  void nobody_signs_up_with_a_login_that_only_the_ledger_knows(@TempDir Path directory)
      throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(40);
        Migration migration =
            new Migration(directory, rehearsal.asPool(), LedgerKind.SQLITE, "slow");
        Chromium chromium = Chromium.launch()) {
      migration.mustDo("provision", "--execute");
      migration.mustDo("sync", "--execute");
      Place.shared().admin().acceptSignUps(migration.realm());
      migration.serve();
      MadeUser user = rehearsal.someoneWhoCanLogIn(0);

      signUp(chromium, migration, user.username(), "somebody@example.org")
          .getByText("Username already exists.")
          .waitFor();
      signUp(chromium, migration, "somebody", user.email().orElseThrow())
          .getByText("Email already exists.")
          .waitFor();
      assertThat(Place.shared().admin().userIds(migration.realm())).isEmpty();

      assertThat(migration.login(user.username(), user.password()).sub()).isEqualTo(user.sub());
    }
  }

  private static Page signUp(
      Chromium chromium, Migration migration, String username, String email) {
    Page page = AccountPage.open(chromium, migration.realm());
    page.locator("a[href*='login-actions/registration']").click();
    page.locator("#username").fill(username);
    page.locator("#email").fill(email);
    page.locator("#password").fill("brand new Zebra 43!A");
    page.locator("#password-confirm").fill("brand new Zebra 43!A");
    page.locator("#kc-register-form [type=submit]").click();
    return page;
  }
}
