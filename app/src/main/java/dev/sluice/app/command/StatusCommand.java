package dev.sluice.app.command;

import dev.sluice.app.report.StatusReport;
import dev.sluice.app.report.StatusText;
import dev.sluice.migration.ledger.LedgerStore;
import dev.sluice.migration.run.BulkRun;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says where the migration stands. */
@Command(name = "status", description = "Where the migration stands and when it will be done.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Workshop workshop = new Workshop(common.read());
        LedgerStore open = workshop.ledgerToRead()) {
      StatusReport report =
          StatusReport.of(open.ledger(), open.runs().unfinished(BulkRun.KIND), Instant.now());
      Output output = Output.of(spec, json);
      output.lines(StatusText.lines(report));
      output.json(StatusText.json(report));
    }
    return ExitCode.DONE.number();
  }
}
