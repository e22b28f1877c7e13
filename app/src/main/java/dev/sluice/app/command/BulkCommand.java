package dev.sluice.app.command;

import dev.sluice.app.report.BulkPlan;
import dev.sluice.app.report.BulkText;
import dev.sluice.migration.ledger.LedgerException;
import dev.sluice.migration.ledger.LedgerStore;
import dev.sluice.migration.ledger.MigrationState;
import dev.sluice.migration.ledger.Tally;
import dev.sluice.migration.run.BulkRun;
import dev.sluice.migration.run.RunReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Moves all users' profiles, and goes on where an earlier run stopped. */
@Command(
    name = "bulk",
    description = "Move all users' profiles; goes on where an earlier run stopped.")
final class BulkCommand implements Callable<Integer> {
  /** How long the target may be away before the run ends; what was done is kept. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ExecuteOption execute = new ExecuteOption();

  @Option(names = "--retry-rejected", description = "Try users again who were rejected before.")
  private boolean retryRejected;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    try (Workshop workshop = new Workshop(common.read())) {
      return (execute.given() ? run(workshop) : plan(workshop)).number();
    }
  }

  private ExitCode plan(Workshop workshop) {
    BulkPlan plan =
        BulkPlan.of(
            workshop.config().way(),
            workshop.source(),
            workshop.config().source().requestsPerSecond(),
            workshop.target(),
            tallyIfAny(workshop));
    Output output = Output.of(spec, json);
    output.lines(BulkText.lines(plan));
    output.json(BulkText.json(plan));
    return plan.obstacle().isEmpty() ? ExitCode.DONE : ExitCode.CONDITION_DOES_NOT_HOLD;
  }

  /** Saying what would be done makes no ledger. */
  private static Tally tallyIfAny(Workshop workshop) {
    try (LedgerStore ledger = workshop.ledgerToRead()) {
      return ledger.ledger().tally();
    } catch (LedgerException none) {
      return new Tally(Map.of(), Map.of());
    }
  }

  private ExitCode run(Workshop workshop) throws InterruptedException {
    LedgerStore ledger = workshop.ledger();
    RunReport report;
    try (ProgressView view = ProgressView.on(spec.commandLine().getErr())) {
      report = bulkRun(workshop, ledger).run(retryRejected, view);
    }
    ledger.seals().seal();
    long rejected = ledger.ledger().tally().in(MigrationState.REJECTED);
    Output output = Output.of(spec, json);
    output.lines(BulkText.lines(report, rejected));
    output.json(BulkText.json(report, rejected));
    return rejected > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE;
  }

  private static BulkRun bulkRun(Workshop workshop, LedgerStore ledger) {
    return new BulkRun(
        workshop.source(),
        workshop.mapping(),
        workshop.target(),
        ledger.ledger(),
        ledger.runs(),
        PATIENCE,
        InstantSource.system());
  }
}
