package dev.sluice.app.sync;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.Looks;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExecuteOption;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.app.task.HandedRun;
import dev.sluice.app.task.OnReplicas;
import dev.sluice.app.wiring.OneRoute;
import dev.sluice.app.wiring.ScratchLedger;
import dev.sluice.app.wiring.Workshop;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.login.Confirmations;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.segment.Segment;
import dev.sluice.migration.sync.SyncConditions;
import dev.sluice.migration.sync.SyncPlan;
import dev.sluice.migration.sync.SyncPlanning;
import dev.sluice.migration.sync.SyncReport;
import dev.sluice.migration.sync.SyncRun;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings to the target what has changed in the pool since the last look. */
@Command(
    name = "sync",
    description = "What has changed in the pool since the last look, brought to the target.")
public final class SyncCommand implements Callable<Integer> {
  /** How long the target may be away before the run ends; what was done is kept. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ExecuteOption execute = new ExecuteOption();

  @Mixin private OnReplicas onReplicas = new OnReplicas();
  @Mixin private OneRoute route = new OneRoute();

  @Option(
      names = "--only",
      paramLabel = "SEGMENT",
      description =
          "Bring what has changed of the users of this segment; nothing happens to the others, and"
              + " nobody is removed.")
  private @Nullable String only;

  @Option(
      names = "--accept-gone",
      paramLabel = "N",
      description = "So many users may be deleted, although sync.gone-percent allows fewer.")
  private long acceptGone;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    try (Workshop workshop = new Workshop(common.read())) {
      Optional<Segment> segment = Optional.ofNullable(only).map(workshop.config()::segment);
      return work(workshop, segment).number();
    }
  }

  private ExitCode work(Workshop workshop, Optional<Segment> segment) throws InterruptedException {
    if (onReplicas.takesBack() || (execute.given() && onReplicas.given())) {
      if (only != null) {
        throw new ParameterException(
            spec.commandLine(), "--only is for a sync on this machine: replicas sync everybody.");
      }
      if (!onReplicas.takesBack()) {
        route.hold(workshop);
      }
      onReplicas.handOver(
          workshop.ledger(), RunKind.SYNC, HandedRun.sync(acceptGone), Output.of(spec, json));
      return ExitCode.DONE;
    }
    return execute.given() ? run(workshop, segment) : plan(workshop, segment);
  }

  private ExitCode plan(Workshop workshop, Optional<Segment> segment) throws InterruptedException {
    Optional<String> obstacle = SyncConditions.of(workshop.config().way(), workshop.target());
    SyncPlan plan;
    try (ScratchLedger scratch = ScratchLedger.make();
        ProgressView view = ProgressView.on(spec.commandLine().getErr())) {
      plan = plan(workshop, segment, scratch.store(), view);
    }
    Output output = Output.of(spec, json);
    output.lines(SyncText.lines(plan, obstacle));
    output.json(SyncText.json(plan, obstacle));
    return obstacle.isEmpty() && plan.held().isEmpty()
        ? ExitCode.DONE
        : ExitCode.CONDITION_DOES_NOT_HOLD;
  }

  /** Saying what would be done makes no ledger. */
  private SyncPlan plan(
      Workshop workshop, Optional<Segment> segment, LedgerStore scratch, ProgressView view)
      throws InterruptedException {
    if (!LedgerStore.isThere(workshop.config().ledger().url().reveal())) {
      return plan(workshop, segment, scratch.looks(), scratch, view);
    }
    try (LedgerStore ledger = workshop.ledgerToRead()) {
      route.look(ledger, workshop);
      return plan(workshop, segment, ledger.looks(), scratch, view);
    }
  }

  private SyncPlan plan(
      Workshop workshop,
      Optional<Segment> segment,
      Looks looks,
      LedgerStore scratch,
      ProgressView view)
      throws InterruptedException {
    return new SyncPlanning(
            workshop.source(),
            workshop.mapping(),
            looks,
            scratch.runs(),
            workshop.config().sync().policy(),
            InstantSource.system())
        .plan(segment, acceptGone, view);
  }

  private ExitCode run(Workshop workshop, Optional<Segment> segment) throws InterruptedException {
    LedgerStore ledger = workshop.ledger();
    route.hold(workshop);
    confirm(workshop);
    SyncReport report;
    try (ProgressView view = ProgressView.on(spec.commandLine().getErr())) {
      report = syncRun(workshop, ledger).run(segment, acceptGone, view);
    }
    ledger.seals().seal();
    Output output = Output.of(spec, json);
    output.lines(SyncText.lines(report));
    output.json(SyncText.json(report));
    if (report.held().isPresent()) {
      return ExitCode.CONDITION_DOES_NOT_HOLD;
    }
    return report.found(Finding.REJECTED) > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE;
  }

  /** Who has moved meanwhile, as the target shows, must not be taken for one who has not. */
  public static void confirm(Workshop workshop) {
    workshop.confirmations().ifPresent(Confirmations::lookAtAll);
  }

  public static SyncRun syncRun(Workshop workshop, LedgerStore ledger) {
    return new SyncRun(
        workshop.source(),
        workshop.mapping(),
        workshop.target(),
        ledger.ledger(),
        ledger.runs(),
        ledger.looks(),
        workshop.config().sync().policy(),
        PATIENCE,
        InstantSource.system());
  }
}
