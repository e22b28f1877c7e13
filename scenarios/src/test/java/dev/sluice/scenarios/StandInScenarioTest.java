package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.harness.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole hybrid mode against pools that nobody here wrote. */
class StandInScenarioTest {
  private static final int USERS = 70;

  /** Moto pages 60 users at a time and knows {@code sub ^=}, as AWS does (cognito.md). */
  @Test
  void a_pool_in_moto_becomes_a_realm(@TempDir Path directory) throws InterruptedException {
    try (FilledStandIn pool = FilledStandIn.with(StandIn.moto(directory), USERS)) {
      move(pool, directory);
    }
  }

  /** Cognito-local gives all users in one answer, where AWS gives 60 and a token (cognito.md). */
  @Test
  void a_pool_in_cognito_local_becomes_a_realm(@TempDir Path directory)
      throws InterruptedException, IOException {
    try (FilledStandIn pool = FilledStandIn.with(StandIn.cognitoLocal(directory), USERS)) {
      move(pool, directory);
    }
  }

  private static void move(FilledStandIn pool, Path directory) throws InterruptedException {
    try (Migration migration = new Migration(directory, pool.pool(), LedgerKind.SQLITE, "hybrid")) {
      migration.mustDo("provision", "--execute");
      migration.mustDo("bulk", "--execute");
      assertThat(Place.shared().admin().userIds(migration.realm()))
          .containsExactlyInAnyOrderElementsOf(pool.subs().values());

      migration.serve();
      // What the stand-ins say to a wrong password differs from AWS: it proves nothing, so nobody
      // may be let in and nobody may move.
      assertThat(migration.login("person-3", "not the password").letIn()).isFalse();
      assertThat(migration.user("person-3").path("state").asString()).isEqualTo("IMPORTED");

      Login login = migration.login("person-3", FilledStandIn.PASSWORD);
      assertThat(login.sub()).as("%s", login).isEqualTo(pool.subs().get("person-3"));
      assertThat(migration.userOnce("by", "PASSWORD", "person-3").path("by").asString())
          .isEqualTo("PASSWORD");
    }
  }
}
