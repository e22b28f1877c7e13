package dev.sluice.app.sync;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExecuteOption;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.app.task.HandedRun;
import dev.sluice.app.task.OnReplicas;
import dev.sluice.app.wiring.Components;
import dev.sluice.app.wiring.LedgerBindingCheck;
import dev.sluice.app.wiring.ScratchLedger;
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

/** Copies to the target what has changed in the pool since the last scan. */
@Command(
    name = "sync",
    description = "Copy to the target what has changed in the pool since the last scan.")
public final class SyncCommand implements Callable<Integer> {
  /** How long the target may be unreachable before the run ends; finished work is kept. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ExecuteOption execute = new ExecuteOption();

  @Mixin private OnReplicas onReplicas = new OnReplicas();
  @Mixin private LedgerBindingCheck binding = new LedgerBindingCheck();

  @Option(
      names = "--only",
      paramLabel = "SEGMENT",
      description =
          "Copy the changes of this segment's users only; the others stay untouched, and no user"
              + " is removed.")
  private @Nullable String only;

  @Option(
      names = "--accept-gone",
      paramLabel = "N",
      description = "Allow N users to be deleted, even if sync.gone-percent allows fewer.")
  private long acceptGone;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    try (Components components = new Components(common.read())) {
      Optional<Segment> segment = Optional.ofNullable(only).map(components.config()::segment);
      return work(components, segment).number();
    }
  }

  private ExitCode work(Components components, Optional<Segment> segment)
      throws InterruptedException {
    if (onReplicas.takesBack() || (execute.given() && onReplicas.given())) {
      if (only != null) {
        throw new ParameterException(
            spec.commandLine(),
            "--only cannot be combined with --on-replicas, because replicas sync all users.");
      }
      if (!onReplicas.takesBack()) {
        binding.hold(components);
      }
      onReplicas.handOver(
          components.ledger(), RunKind.SYNC, HandedRun.sync(acceptGone), Output.of(spec, json));
      return ExitCode.DONE;
    }
    return execute.given() ? run(components, segment) : plan(components, segment);
  }

  private ExitCode plan(Components components, Optional<Segment> segment)
      throws InterruptedException {
    Optional<String> obstacle = SyncConditions.of(components.config().mode(), components.target());
    SyncPlan plan;
    try (ScratchLedger scratch = ScratchLedger.make();
        ProgressView view = ProgressView.on(spec.commandLine().getErr())) {
      plan = plan(components, segment, scratch.store(), view);
    }
    Output output = Output.of(spec, json);
    output.lines(SyncText.lines(plan, obstacle));
    output.json(SyncText.json(plan, obstacle));
    return obstacle.isEmpty() && plan.held().isEmpty()
        ? ExitCode.DONE
        : ExitCode.CONDITION_DOES_NOT_HOLD;
  }

  /** Prints the plan without creating a ledger. */
  private SyncPlan plan(
      Components components, Optional<Segment> segment, LedgerStore scratch, ProgressView view)
      throws InterruptedException {
    if (!LedgerStore.isThere(components.config().ledger().url().reveal())) {
      return plan(components, segment, scratch.scans(), scratch, view);
    }
    try (LedgerStore ledger = components.ledgerToRead()) {
      binding.look(ledger, components);
      return plan(components, segment, ledger.scans(), scratch, view);
    }
  }

  private SyncPlan plan(
      Components components,
      Optional<Segment> segment,
      PoolScans scans,
      LedgerStore scratch,
      ProgressView view)
      throws InterruptedException {
    return new SyncPlanning(
            components.source(),
            components.mapping(),
            scans,
            scratch.runs(),
            components.config().sync().policy(),
            InstantSource.system())
        .plan(segment, acceptGone, view);
  }

  private ExitCode run(Components components, Optional<Segment> segment)
      throws InterruptedException {
    LedgerStore ledger = components.ledger();
    binding.hold(components);
    confirm(components);
    SyncReport report;
    try (ProgressView view = ProgressView.on(spec.commandLine().getErr())) {
      report = syncRun(components, ledger).run(segment, acceptGone, view);
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

  /**
   * Confirms users first, because a user that has moved since, as the target shows, must not be
   * taken for one that has not.
   */
  public static void confirm(Components components) {
    components.confirmations().ifPresent(Confirmations::confirmAll);
  }

  public static SyncRun syncRun(Components components, LedgerStore ledger) {
    return new SyncRun(
        components.source(),
        components.mapping(),
        components.target(),
        ledger.ledger(),
        ledger.runs(),
        ledger.scans(),
        components.config().sync().policy(),
        PATIENCE,
        InstantSource.system());
  }
}
