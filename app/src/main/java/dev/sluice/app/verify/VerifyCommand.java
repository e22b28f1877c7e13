package dev.sluice.app.verify;

import dev.sluice.app.archive.ArchiveOptions;
import dev.sluice.app.cli.CommandException;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.ProgressLines;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.app.wiring.Components;
import dev.sluice.app.wiring.LedgerBindingCheck;
import dev.sluice.app.wiring.ScratchLedger;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.segment.Segment;
import dev.sluice.migration.verify.Verification;
import dev.sluice.migration.verify.VerificationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the pool with the target field by field and changes neither. */
@Command(
    name = "verify",
    description =
        "Read every user back from the target and compare it with the pool, field by field. It"
            + " changes nothing. Exit code 0: equal; 4: not equal.")
public final class VerifyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  // Only the target can be verified so far, so the option changes nothing.
  @Option(names = "--target", description = "Verify the target; this is the default.")
  boolean target;

  @Option(
      names = "--from",
      paramLabel = "DIRECTORY",
      description = "Compare with the users of this archive without asking Cognito.")
  private @Nullable Path from;

  @Mixin private ArchiveOptions archive = new ArchiveOptions();

  @Option(
      names = "--only",
      paramLabel = "SEGMENT",
      description = "Compare only the users of this segment; the others are counted.")
  private @Nullable String only;

  @Option(
      names = "--strict",
      description = "Require users that the target is in charge of to be equal too.")
  private boolean strict;

  @Option(
      names = "--all",
      description = "Show every difference as it is found, not only the 20 worst.")
  private boolean all;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write every difference to FILE: as CSV if its name ends in .csv, otherwise as JSON"
              + " lines.")
  private @Nullable Path report;

  @Option(
      names = "--json",
      description = "Print the report as JSON: counts and the 20 worst differences.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    try (Components components = new Components(common.read())) {
      Optional<Segment> segment = Optional.ofNullable(only).map(components.config()::segment);
      return verified(components, segment).number();
    } catch (ConditionException obstacle) {
      // Exit code 4 says that the systems were compared and are not equal.
      throw new CommandException("Nothing was compared: " + obstacle.getMessage());
    }
  }

  private ExitCode verified(Components components, Optional<Segment> segment)
      throws InterruptedException {
    Output output = Output.of(spec, json);
    try (LedgerStore ledger = components.ledgerToRead();
        ScratchLedger scratch = ScratchLedger.make();
        @Nullable DisagreementFile file = report == null ? null : DisagreementFile.create(report)) {
      LedgerBindingCheck.require(ledger, components);
      VerificationView view = view(output, Optional.ofNullable(file));
      VerificationReport found;
      try (view) {
        found = verification(components, ledger, scratch).run(segment, view);
      }
      requireSomebody(found);
      if (file != null) {
        file.finish();
      }
      output.lines(
          VerificationText.lines(
              found, view.showWorst(output), Optional.ofNullable(report), strict));
      output.json(VerificationText.json(found, view.worst(), strict));
      if (found.empty()) {
        return ExitCode.FAILED;
      }
      return found.equal(strict) ? ExitCode.DONE : ExitCode.CONDITION_DOES_NOT_HOLD;
    }
  }

  /** Fails on an empty segment, such as a misspelt one, because it is equal to anything. */
  private void requireSomebody(VerificationReport found) {
    if (only != null && found.read() == found.outside()) {
      throw new CommandException(
          ("Nothing was compared: none of the pool's %,d users is in segment %s. See segments: in"
                  + " %s.")
              .formatted(found.read(), only, common.file()));
    }
  }

  private Verification verification(
      Components components, LedgerStore ledger, ScratchLedger scratch) {
    return new Verification(
        archive.source(from, components),
        components.mapping(),
        components.target(),
        ledger.ledger(),
        ledger.scans(),
        scratch.store().runs(),
        InstantSource.system());
  }

  private VerificationView view(Output output, Optional<DisagreementFile> file) {
    PrintWriter err = spec.commandLine().getErr();
    // Rows that are printed as they are found would break a progress bar.
    return all && !json
        ? new VerificationView(new ProgressLines(err), Optional.of(output), file)
        : new VerificationView(ProgressView.on(err), Optional.empty(), file);
  }
}
