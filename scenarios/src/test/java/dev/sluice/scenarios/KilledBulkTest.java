package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** By far the longest: the first to begin, and both ledgers at once. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class KilledBulkTest {
  private static final int MOMENTS = 20;
  private static final int USERS = 900;

  /** So many of the kills must have come between the first user and the last to show anything. */
  private static final int IN_THE_MIDDLE = 5;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @ParameterizedTest
  @EnumSource(LedgerKind.class)
  void bulk_killed_at_any_moment_ends_with_everybody_exactly_once(
      LedgerKind ledger, @TempDir Path directory) throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(USERS)) {
      Duration work = timeOfAWholeRun(ledger, directory, rehearsal);
      int inTheMiddle = 0;
      for (int moment = 0; moment < MOMENTS || isTooFew(inTheMiddle, moment); moment++) {
        Duration after = work.multipliedBy(random.nextInt(100)).dividedBy(100);
        int left = killAndFinish(ledger, directory.resolve("moment" + moment), rehearsal, after);
        inTheMiddle += left > 0 && left < USERS ? 1 : 0;
      }
      assertThat(inTheMiddle)
          .as("kills in the middle of the work")
          .isGreaterThanOrEqualTo(IN_THE_MIDDLE);
    }
  }

  /** Chance may put nearly all kills before the first user or after the last: then a few more. */
  private static boolean isTooFew(int inTheMiddle, int moment) {
    return inTheMiddle < IN_THE_MIDDLE && moment < 3 * MOMENTS;
  }

  /** Gives how many users the second run still had to write. */
  private int killAndFinish(LedgerKind ledger, Path place, Rehearsal rehearsal, Duration after)
      throws InterruptedException {
    assertThat(place.toFile().mkdir()).isTrue();
    try (Migration migration = new Migration(place, rehearsal.asPool(), ledger, "hybrid")) {
      migration.provisionHere();
      startAndAwaitWork(migration, rehearsal, after);

      JsonNode second = migration.mustDo("bulk", "--execute", "--json").json();

      List<String> subs = rehearsal.users().stream().map(MadeUser::sub).toList();
      assertThat(Place.shared().admin().userIds(migration.realm()))
          .as("killed %s after the first page, seed %d", after, seed)
          .containsExactlyInAnyOrderElementsOf(subs);
      assertThat(migration.ledger().states().values()).hasSize(USERS).containsOnly("I");
      assertThat(migration.ledger().tally()).isEqualTo(Map.of("I", "" + USERS));
      return second.path("written").asInt();
    }
  }

  /** Kills the run so long after it has begun to read users. */
  private static void startAndAwaitWork(Migration migration, Rehearsal rehearsal, Duration after)
      throws InterruptedException {
    long before = rehearsal.pagesRead();
    try (SluiceProcess bulk = migration.start("bulk", "--execute")) {
      while (rehearsal.pagesRead() == before && bulk.isRunning()) {
        Thread.sleep(1);
      }
      Thread.sleep(after);
      bulk.kill();
    }
  }

  /** From the first page read to the end of the process. */
  private static Duration timeOfAWholeRun(LedgerKind ledger, Path directory, Rehearsal rehearsal)
      throws InterruptedException {
    Path place = directory.resolve("whole");
    assertThat(place.toFile().mkdir()).isTrue();
    try (Migration migration = new Migration(place, rehearsal.asPool(), ledger, "hybrid")) {
      migration.provisionHere();
      try (SluiceProcess bulk = migration.start("bulk", "--execute")) {
        while (rehearsal.pagesRead() == 0 && bulk.isRunning()) {
          Thread.sleep(1);
        }
        long begun = System.nanoTime();
        assertThat(bulk.await().exitCode()).isZero();
        Duration work = Duration.ofNanos(System.nanoTime() - begun);
        JsonNode states = migration.mustDo("status", "--json").json().path("states");
        assertThat(states.path("IMPORTED").asInt()).isEqualTo(USERS);
        return work;
      }
    }
  }
}
