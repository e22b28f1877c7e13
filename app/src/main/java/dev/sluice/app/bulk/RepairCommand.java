package dev.sluice.app.bulk;

import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.app.wiring.Components;
import dev.sluice.app.wiring.LedgerBindingCheck;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.repair.AlsoThese;
import dev.sluice.migration.repair.Damage;
import dev.sluice.migration.repair.RepairPlan;
import dev.sluice.migration.repair.RepairPlanning;
import dev.sluice.migration.repair.RepairReport;
import dev.sluice.migration.repair.RepairRun;
import dev.sluice.migration.run.ConditionException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;

/** Plans and runs {@code sluice bulk --repair-missing}. */
final class RepairCommand {
  private final Components components;
  private final UserSource source;
  private final LedgerBindingCheck binding;
  private final Output output;

  RepairCommand(
      Components components, UserSource source, LedgerBindingCheck binding, Output output) {
    this.components = components;
    this.source = source;
    this.binding = binding;
    this.output = output;
  }

  ExitCode plan(AlsoThese also, PrintWriter err) throws InterruptedException {
    if (components.target().check() instanceof Readiness.NotReady(String problem, String remedy)) {
      throw new ConditionException(problem + " " + remedy);
    }
    try (LedgerStore ledger = components.ledgerToRead()) {
      binding.look(ledger, components);
      RepairPlan plan;
      try (ProgressView view = ProgressView.on(err)) {
        plan =
            new RepairPlanning(
                    source,
                    components.target(),
                    ledger.ledger(),
                    components.config().mode(),
                    InstantSource.system())
                .plan(view);
      }
      output.lines(RepairText.lines(plan, also));
      output.json(RepairText.json(plan));
      return ExitCode.DONE;
    }
  }

  /** Mends; the exit code tells whether anybody is left to be helped. */
  ExitCode run(AlsoThese also, Duration patience, PrintWriter err) throws InterruptedException {
    LedgerStore ledger = components.ledger();
    binding.hold(components);
    RepairReport report;
    try (ProgressView view = ProgressView.on(err)) {
      report =
          new RepairRun(
                  source,
                  components.mapping(),
                  components.target(),
                  ledger.ledger(),
                  ledger.runs(),
                  patience,
                  InstantSource.system())
              .run(also, view);
    }
    ledger.seals().seal();
    output.lines(RepairText.lines(report));
    output.json(RepairText.json(report));
    if (report.totals().rejected() > 0) {
      return ExitCode.DONE_WITH_REJECTIONS;
    }
    // Users who were deleted at the target stay so unless the owner says otherwise.
    long toHelp = report.open() - report.found(Damage.DELETED) + report.mended(Damage.DELETED);
    return toHelp > 0 ? ExitCode.CONDITION_DOES_NOT_HOLD : ExitCode.DONE;
  }
}
