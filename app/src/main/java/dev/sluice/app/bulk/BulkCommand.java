package dev.sluice.app.bulk;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.Tally;
import dev.sluice.api.source.UserSource;
import dev.sluice.app.archive.ArchiveOptions;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExecuteOption;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.app.task.HandedRun;
import dev.sluice.app.task.OnReplicas;
import dev.sluice.app.wiring.Components;
import dev.sluice.app.wiring.LedgerBindingCheck;
import dev.sluice.migration.bulk.BulkRun;
import dev.sluice.migration.bulk.RunReport;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.segment.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Moves all users' profiles and resumes an unfinished run. */
@Command(name = "bulk", description = "Move all users' profiles, or resume an unfinished run.")
public final class BulkCommand implements Callable<Integer> {
  /** How long the target may be unreachable before the run ends; finished work is kept. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ExecuteOption execute = new ExecuteOption();

  @Option(
      names = "--from",
      paramLabel = "DIRECTORY",
      description = "Move the users of this archive without asking Cognito.")
  private @Nullable Path from;

  @Mixin private ArchiveOptions archive = new ArchiveOptions();

  @Mixin private OnReplicas onReplicas = new OnReplicas();
  @Mixin private LedgerBindingCheck binding = new LedgerBindingCheck();

  @Option(
      names = "--only",
      paramLabel = "SEGMENT",
      description = "Move only the users of this segment; the others are counted.")
  private @Nullable String only;

  @Option(names = "--retry-rejected", description = "Retry users that were rejected before.")
  private boolean retryRejected;

  @Mixin private RepairOptions repair = new RepairOptions();

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

  private OptionalDouble requestsPerSecond(Components components) {
    return from == null
        ? OptionalDouble.of(components.config().source().requestsPerSecond())
        : OptionalDouble.empty();
  }

  private ExitCode work(Components components, Optional<Segment> segment)
      throws InterruptedException {
    if (repair.given(spec.commandLine())) {
      return repair(components);
    }
    if (onReplicas.takesBack() || (execute.given() && onReplicas.given())) {
      return handOver(components);
    }
    return execute.given() ? run(components, segment) : plan(components, segment);
  }

  private ExitCode repair(Components components) throws InterruptedException {
    if (only != null || retryRejected || onReplicas.given() || onReplicas.takesBack()) {
      throw new ParameterException(
          spec.commandLine(),
          "--repair-missing looks at all users and runs here: leave out --only, --retry-rejected and"
              + " --on-replicas.");
    }
    RepairCommand command =
        new RepairCommand(
            components, archive.source(from, components), binding, Output.of(spec, json));
    return execute.given()
        ? command.run(repair.also(), PATIENCE, spec.commandLine().getErr())
        : command.plan(repair.also(), spec.commandLine().getErr());
  }

  private ExitCode handOver(Components components) throws InterruptedException {
    if (from != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--from reads files on this machine, so it cannot be combined with --on-replicas.");
    }
    if (only != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--only cannot be combined with --on-replicas, because replicas move all users.");
    }
    BulkRun.requireProfilesFirst(components.config().mode());
    if (!onReplicas.takesBack()) {
      binding.hold(components);
    }
    onReplicas.handOver(
        components.ledger(), RunKind.BULK, HandedRun.bulk(retryRejected), Output.of(spec, json));
    return ExitCode.DONE;
  }

  private ExitCode plan(Components components, Optional<Segment> segment) {
    BulkPlan plan =
        BulkPlan.of(
            components.config().mode(),
            segment,
            archive.source(from, components),
            requestsPerSecond(components),
            components.target(),
            tallyIfAny(components));
    Output output = Output.of(spec, json);
    output.lines(BulkText.lines(plan));
    output.json(BulkText.json(plan));
    return plan.obstacle().isEmpty() ? ExitCode.DONE : ExitCode.CONDITION_DOES_NOT_HOLD;
  }

  /** Prints the plan without creating a ledger. */
  private Tally tallyIfAny(Components components) {
    try (LedgerStore ledger = components.ledgerToRead()) {
      binding.look(ledger, components);
      return ledger.ledger().tally();
    } catch (LedgerException none) {
      return new Tally(Map.of(), Map.of());
    }
  }

  private ExitCode run(Components components, Optional<Segment> segment)
      throws InterruptedException {
    LedgerStore ledger =
        components.ledger(); // before the pool, because runs share its pace through the ledger
    UserSource source = archive.source(from, components);
    binding.hold(components);
    RunReport report;
    try (ProgressView view = ProgressView.on(spec.commandLine().getErr())) {
      report = bulkRun(components, source, ledger).run(segment, retryRejected, view);
    }
    ledger.seals().seal();
    long rejected = ledger.ledger().tally().in(MigrationState.REJECTED);
    Output output = Output.of(spec, json);
    output.lines(BulkText.lines(report, rejected));
    output.json(BulkText.json(report, rejected));
    return rejected > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE;
  }

  public static BulkRun bulkRun(Components components, UserSource source, LedgerStore ledger) {
    return new BulkRun(
        source,
        components.mapping(),
        components.target(),
        ledger.ledger(),
        ledger.runs(),
        PATIENCE,
        InstantSource.system());
  }
}
