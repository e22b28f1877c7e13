package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KilledBulkTest {
  private static final int MOMENTS = 20;
  private static final int USERS = 900;

  @ParameterizedTest
  @EnumSource(LedgerKind.class)
  void bulk_killed_at_any_moment_ends_with_everybody_exactly_once(
      LedgerKind ledger, @TempDir Path directory) throws InterruptedException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(USERS)) {
      List<String> subs = rehearsal.users().stream().map(MadeUser::sub).toList();
      Duration whole = timeOfAWholeRun(ledger, directory.resolve("whole"), rehearsal);
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration after = whole.multipliedBy(random.nextInt(100)).dividedBy(100);
        Path place = directory.resolve("moment" + moment);
        assertThat(place.toFile().mkdir()).isTrue();
        try (Migration migration = new Migration(place, rehearsal.asPool(), ledger, "hybrid")) {
          migration.mustDo("provision", "--execute");
          killAfter(after, migration);

          migration.mustDo("bulk", "--execute");

          assertThat(Place.shared().admin().userIds(migration.realm()))
              .as("killed after %s, seed %d", after, seed)
              .containsExactlyInAnyOrderElementsOf(subs);
          assertThat(
                  migration
                      .sluice("status", "--json")
                      .json()
                      .path("states")
                      .path("IMPORTED")
                      .asLong())
              .isEqualTo(USERS);
        }
      }
    }
  }

  private static Duration timeOfAWholeRun(LedgerKind ledger, Path place, Rehearsal rehearsal) {
    assertThat(place.toFile().mkdir()).isTrue();
    try (Migration migration = new Migration(place, rehearsal.asPool(), ledger, "hybrid")) {
      migration.mustDo("provision", "--execute");
      long begun = System.nanoTime();
      migration.mustDo("bulk", "--execute");
      return Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  private static void killAfter(Duration moment, Migration migration) throws InterruptedException {
    SluiceProcess bulk = migration.start("bulk", "--execute");
    Thread.sleep(moment);
    bulk.kill();
    bulk.await();
  }
}
