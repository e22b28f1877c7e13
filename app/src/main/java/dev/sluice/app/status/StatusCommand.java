package dev.sluice.app.status;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.target.TargetException;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.sync.SyncCommand;
import dev.sluice.app.sync.SyncText;
import dev.sluice.app.task.HandedRunState;
import dev.sluice.app.task.HandedRunText;
import dev.sluice.app.task.HandedRuns;
import dev.sluice.app.wiring.Components;
import dev.sluice.app.wiring.LedgerBindingCheck;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.ConditionException;
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

/** Reports the progress of the migration. */
@Command(
    name = "status",
    description = "Report the progress of the migration and when it will be done.")
public final class StatusCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(
      names = "--rejected",
      description =
          "List the rejected users, one a line: id, username and reason, separated by tabs.")
  private boolean rejected;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Components components = new Components(common.read());
        LedgerStore open = components.ledgerToRead()) {
      Output output = Output.of(spec, json);
      if (rejected) {
        new RejectedUsers(open.ledger()).print(output);
      } else {
        report(components, open, output);
      }
    }
    return ExitCode.DONE.number();
  }

  private static void report(Components components, LedgerStore open, Output output) {
    Optional<String> unseen =
        open.assumptions().count() > 0 ? confirm(components) : Optional.empty();
    StatusReport report = StatusReport.of(open, components.config().mode(), Instant.now());
    PoolScans scans = open.scans();
    Optional<PoolScan> scan = scans.newest();
    output.lines(StatusText.lines(report));
    long assumed = open.assumptions().count();
    output.lines(StatusText.assumed(assumed, unseen));
    scan.ifPresent(last -> output.line(SyncText.line(last, scans.findings(last))));
    ObjectNode document = StatusText.json(report);
    document.put("assumed", assumed);
    scan.ifPresentOrElse(
        last -> document.set("lastSync", SyncText.json(last, scans.findings(last))),
        () -> document.putNull("lastSync"));
    List<HandedRunState> handed = HandedRuns.in(open).all();
    output.lines(handed.stream().map(HandedRunText::line).toList());
    output.json(HandedRunText.json(handed, document));
  }

  /**
   * Checks once more whether the target has the users that it was answered yes about.
   *
   * @return why that cannot be checked now
   */
  private static Optional<String> confirm(Components components) {
    try {
      LedgerBindingCheck.require(components.ledger(), components);
      SyncCommand.confirm(components);
      return Optional.empty();
    } catch (TargetException | LedgerException | ConditionException unseen) {
      return Optional.of(String.valueOf(unseen.getMessage()));
    }
  }
}
