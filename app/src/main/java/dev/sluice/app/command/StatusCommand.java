package dev.sluice.app.command;

import dev.sluice.app.report.HandedRunText;
import dev.sluice.app.report.StatusReport;
import dev.sluice.app.report.StatusText;
import dev.sluice.app.report.SyncText;
import dev.sluice.app.task.HandedRunState;
import dev.sluice.app.task.HandedRuns;
import dev.sluice.migration.ledger.LedgerStore;
import dev.sluice.migration.ledger.Look;
import dev.sluice.migration.ledger.Looks;
import dev.sluice.migration.run.BulkRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

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
      Looks looks = open.looks();
      Optional<Look> look = looks.newest();
      output.lines(StatusText.lines(report));
      look.ifPresent(last -> output.line(SyncText.line(last, looks.findings(last))));
      ObjectNode document = StatusText.json(report);
      look.ifPresentOrElse(
          last -> document.set("lastSync", SyncText.json(last, looks.findings(last))),
          () -> document.putNull("lastSync"));
      List<HandedRunState> handed = HandedRuns.in(open).all();
      output.lines(handed.stream().map(HandedRunText::line).toList());
      output.json(HandedRunText.json(handed, document));
    }
    return ExitCode.DONE.number();
  }
}
