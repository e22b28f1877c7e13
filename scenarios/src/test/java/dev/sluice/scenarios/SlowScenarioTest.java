package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
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
}
