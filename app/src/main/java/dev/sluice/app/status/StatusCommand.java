package dev.sluice.app.status;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.Look;
import dev.sluice.api.ledger.Looks;
import dev.sluice.api.target.TargetException;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.sync.SyncCommand;
import dev.sluice.app.sync.SyncText;
import dev.sluice.app.task.HandedRunState;
import dev.sluice.app.task.HandedRunText;
import dev.sluice.app.task.HandedRuns;
import dev.sluice.app.wiring.OneRoute;
import dev.sluice.app.wiring.Workshop;
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

/** Says where the migration stands. */
@Command(name = "status", description = "Where the migration stands and when it will be done.")
public final class StatusCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Option(
      names = "--rejected",
      description =
          "List who was rejected and why: a line each of id, username and reason, with tabs between"
              + " them.")
  private boolean rejected;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Workshop workshop = new Workshop(common.read());
        LedgerStore open = workshop.ledgerToRead()) {
      Output output = Output.of(spec, json);
      if (rejected) {
        new RejectedUsers(open.ledger()).print(output);
      } else {
        report(workshop, open, output);
      }
    }
    return ExitCode.DONE.number();
  }

  private static void report(Workshop workshop, LedgerStore open, Output output) {
    Optional<String> unseen = open.assumptions().count() > 0 ? confirm(workshop) : Optional.empty();
    StatusReport report = StatusReport.of(open, workshop.config().way(), Instant.now());
    Looks looks = open.looks();
    Optional<Look> look = looks.newest();
    output.lines(StatusText.lines(report));
    long assumed = open.assumptions().count();
    output.lines(StatusText.assumed(assumed, unseen));
    look.ifPresent(last -> output.line(SyncText.line(last, looks.findings(last))));
    ObjectNode document = StatusText.json(report);
    document.put("assumed", assumed);
    look.ifPresentOrElse(
        last -> document.set("lastSync", SyncText.json(last, looks.findings(last))),
        () -> document.putNull("lastSync"));
    List<HandedRunState> handed = HandedRuns.in(open).all();
    output.lines(handed.stream().map(HandedRunText::line).toList());
    output.json(HandedRunText.json(handed, document));
  }

  /**
   * Looks once more whether the target has whom it was told yes about.
   *
   * @return why that cannot be seen now
   */
  private static Optional<String> confirm(Workshop workshop) {
    try {
      OneRoute.require(workshop.ledger(), workshop);
      SyncCommand.confirm(workshop);
      return Optional.empty();
    } catch (TargetException | LedgerException | ConditionException unseen) {
      return Optional.of(String.valueOf(unseen.getMessage()));
    }
  }
}
