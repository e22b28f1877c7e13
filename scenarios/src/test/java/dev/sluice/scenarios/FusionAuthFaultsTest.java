package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Reply;
import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole pool into a fake FusionAuth, which fails in every way that it knows. */
class FusionAuthFaultsTest {
  private static final int USERS = 10_000;
  private static final String IMPORT = "POST /api/user/import";
  private static final String SEARCH = "POST /api/user/search";

  @TempDir Path directory;
  private final FakeFusionAuth fake = FakeFusionAuth.start();

  @AfterEach
  void close() {
    assertThat(fake.parallelImports()).as("imports at the same time").isZero();
    fake.close();
  }

  @Test
  void hybrid_brings_everybody_exactly_once_whatever_fails_and_whenever_sluice_is_killed()
      throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(USERS)) {
      FusionAuthMigration migration =
          FusionAuthMigration.of(directory, rehearsal.asPool(), fake, "hybrid");
      strikeWhatWaitsAndWhatIsLost();

      killInTheMiddle(migration);
      int brought = fake.userIds().size();
      assertThat(brought).as("users when Sluice was killed").isPositive().isLessThan(USERS);
      strikeWhatFails();
      Ran finished = migration.sluice("bulk", "--execute");
      assertThat(finished.exitCode()).as(finished.toString()).isZero();
      assertThat(fake.faults().left()).as("faults that struck nothing").isZero();

      Set<String> subs = rehearsal.users().stream().map(MadeUser::sub).collect(Collectors.toSet());
      assertThat(fake.userIds()).containsExactlyInAnyOrderElementsOf(subs);
      assertThat(migration.states())
          .hasSize(USERS)
          .allSatisfy((sub, state) -> {
            assertThat(subs).contains(sub);
            assertThat(state).isEqualTo("I");
          });
      secondRunDoesNothing(migration);
    }
  }

  private void strikeWhatWaitsAndWhatIsLost() {
    fake.faults()
        .strike(IMPORT, new Fault.Instead(Reply.of(429).with("Retry-After", "1")))
        .strike(IMPORT, new Fault.AnswerLost())
        .strike(IMPORT, new Fault.Instead(Reply.of(503).with("Retry-After", "1")));
  }

  private void strikeWhatFails() {
    fake.faults()
        .strike(IMPORT, new Fault.Instead(Reply.of(500)))
        .strike(
            call -> call.line().equals(SEARCH) && call.body().path("search").path("ids").size() > 1,
            new Fault.Instead(Reply.of(502)))
        .strike(IMPORT, new Fault.CallLost())
        .strike(IMPORT, new Fault.Slow(Duration.ofSeconds(FusionAuthMigration.PATIENCE + 1)));
  }

  /** As soon as some users are there: an import is on its way, or its outcome unsettled. */
  private void killInTheMiddle(FusionAuthMigration migration) throws InterruptedException {
    try (SluiceProcess bulk = migration.start("bulk", "--execute")) {
      while (fake.userIds().size() < USERS / 4) {
        assertThat(bulk.isRunning()).as(bulk.printed()).isTrue();
        Thread.sleep(5);
      }
      bulk.kill();
    }
  }

  private void secondRunDoesNothing(FusionAuthMigration migration) {
    int before = fake.calls(IMPORT).size();

    assertThat(migration.sluice("bulk", "--execute").exitCode()).isZero();

    assertThat(fake.calls(IMPORT)).hasSize(before);
    assertThat(fake.userIds()).hasSize(USERS);
  }
}
