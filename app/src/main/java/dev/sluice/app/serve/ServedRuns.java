package dev.sluice.app.serve;

import dev.sluice.app.bulk.BulkCommand;
import dev.sluice.app.bulk.BulkText;
import dev.sluice.app.config.ReplicasConfig;
import dev.sluice.app.sync.SyncCommand;
import dev.sluice.app.sync.SyncText;
import dev.sluice.app.task.HandedRun;
import dev.sluice.app.task.LongRun;
import dev.sluice.app.task.Replica;
import dev.sluice.app.wiring.Components;
import dev.sluice.app.wiring.LedgerBindingCheck;
import dev.sluice.migration.bulk.RunReport;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.sync.SyncReport;
import java.time.Duration;
import java.util.Map;

/** The runs that a serving process takes over. */
public final class ServedRuns {
  private ServedRuns() {}

  /**
   * Starts polling for them; what the components have opened belongs to the runs until the replica
   * is closed.
   */
  public static Replica start(Components components) {
    ReplicasConfig config = components.config().replicas();
    LongRun bulk = handed -> bulk(components, handed);
    LongRun sync = handed -> sync(components, handed);
    Map<String, Duration> every =
        components.config().sync().every().map(time -> Map.of(RunKind.SYNC, time)).orElse(Map.of());
    return Replica.start(
        components.ledger(),
        config.heartbeat(),
        Map.of(RunKind.BULK, bulk, RunKind.SYNC, sync),
        every);
  }

  private static String bulk(Components components, HandedRun handed) throws InterruptedException {
    LedgerStore ledger = components.ledger();
    LedgerBindingCheck.require(ledger, components);
    // A resumed run reads no user a second time, so it would not reach the users to retry.
    boolean goesOn =
        ledger.runs().unfinished(RunKind.BULK).stream().anyMatch(run -> run.scope().isEmpty());
    RunReport report =
        BulkCommand.bulkRun(components, components.source(), ledger)
            .run(handed.retryRejected() && !goesOn, new LoggedRun(RunKind.BULK));
    ledger.seals().seal();
    return BulkText.lines(report, 0).getFirst();
  }

  private static String sync(Components components, HandedRun handed) throws InterruptedException {
    LedgerStore ledger = components.ledger();
    LedgerBindingCheck.require(ledger, components);
    SyncCommand.confirm(components);
    SyncReport report =
        SyncCommand.syncRun(components, ledger)
            .run(handed.acceptGone(), new LoggedRun(RunKind.SYNC));
    ledger.seals().seal();
    report.held().ifPresent(new LoggedRun(RunKind.SYNC)::noticed);
    return SyncText.lines(report).getFirst();
  }
}
