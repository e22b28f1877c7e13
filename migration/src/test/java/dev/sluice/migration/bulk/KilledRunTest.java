package dev.sluice.migration.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.RunLog;
import dev.sluice.migration.ledger.jdbc.LedgerServer;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.ledger.jdbc.RunHolder;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledRunTest {

  @Test
  void a_run_whose_process_was_killed_is_resumed_on_sqlite(@TempDir Path directory)
      throws Exception {
    aRunWhoseProcessWasKilledIsResumed("jdbc:sqlite:" + directory.resolve("ledger.db"));
  }

  @Test
  void a_run_whose_process_was_killed_is_resumed_on_postgresql() throws Exception {
    LedgerServer.requireInstalled();
    aRunWhoseProcessWasKilledIsResumed(LedgerServer.newDatabase());
  }

  private static void aRunWhoseProcessWasKilledIsResumed(String url) throws Exception {
    Process other = RunHolder.start(url);
    try (LedgerStore store = LedgerStore.open(url)) {
      String name = other.inputReader().readLine();
      assertThat(store.runs().open("bulk")).isEmpty();

      other.destroyForcibly().waitFor();

      try (RunLog.OpenRun run = soon(store.runs())) {
        assertThat(run.name()).isEqualTo(name);
        assertThat(run.resumed()).isTrue();
      }
    } finally {
      other.destroyForcibly();
    }
  }

  /** A server notices the end of a connection a moment after it. */
  private static RunLog.OpenRun soon(RunLog runs) throws InterruptedException {
    Optional<RunLog.OpenRun> run = runs.open("bulk");
    for (int tries = 0; run.isEmpty() && tries < 100; tries++) {
      Thread.sleep(50);
      run = runs.open("bulk");
    }
    return run.orElseThrow();
  }
}
