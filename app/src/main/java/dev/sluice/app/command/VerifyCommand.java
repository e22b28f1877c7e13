package dev.sluice.app.command;

import dev.sluice.app.report.DisagreementFile;
import dev.sluice.app.report.VerificationText;
import dev.sluice.migration.ledger.LedgerStore;
import dev.sluice.migration.run.Verification;
import dev.sluice.migration.run.VerificationReport;
import dev.sluice.migration.segment.Segment;
import dev.sluice.migration.source.UserSource;
import java.io.IOException;
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

/** Compares the pool with the target, field by field. It changes neither. */
@Command(
    name = "verify",
    description = {
      "Read every user back from the target and compare it field by field with the pool and the",
      "ledger. Changes nothing. Exit code 0 when they are equal, 4 when they are not."
    })
final class VerifyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  // The only thing that can be verified so far; said or not, it is what is done.
  @Option(names = "--target", description = "Verify the target: what is done in any case.")
  boolean target;

  @Option(
      names = "--from",
      paramLabel = "DIRECTORY",
      description = "Compare with the users of this archive; Cognito is not asked.")
  private @Nullable Path from;

  @Mixin private ArchiveOptions archive = new ArchiveOptions();

  @Option(
      names = "--only",
      paramLabel = "SEGMENT",
      description = "Compare the users of this segment; the others are only counted.")
  private @Nullable String only;

  @Option(
      names = "--strict",
      description = "Users whom the target is in charge of must be equal too.")
  private boolean strict;

  @Option(names = "--all", description = "Show every difference, not only the first 20.")
  private boolean all;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write every difference to FILE: CSV when it ends in .csv, else JSON lines.")
  private @Nullable Path report;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException, IOException {
    try (Workshop workshop = new Workshop(common.read());
        LedgerStore ledger = workshop.ledgerToRead();
        ScratchLedger scratch = ScratchLedger.make();
        ProgressView progress = ProgressView.on(spec.commandLine().getErr())) {
      return work(workshop, ledger, scratch.store(), progress).number();
    }
  }

  private ExitCode work(
      Workshop workshop, LedgerStore ledger, LedgerStore scratch, ProgressView progress)
      throws InterruptedException, IOException {
    Optional<Segment> segment = Optional.ofNullable(only).map(workshop.config()::segment);
    Verification verification =
        new Verification(
            source(workshop),
            workshop.mapping(),
            workshop.target(),
            ledger.ledger(),
            ledger.looks(),
            scratch.runs(),
            InstantSource.system());
    Output output = Output.of(spec, json);
    try (@Nullable DisagreementFile file =
        report == null ? null : DisagreementFile.create(report)) {
      VerificationView view =
          new VerificationView(progress, output, all, Optional.ofNullable(file));
      VerificationReport found = verification.run(segment, view);
      output.lines(VerificationText.lines(found, view.listed(), strict));
      output.json(VerificationText.json(found, view.first(), strict));
      return found.equal(strict) ? ExitCode.DONE : ExitCode.CONDITION_DOES_NOT_HOLD;
    }
  }

  private UserSource source(Workshop workshop) {
    return from == null
        ? workshop.source()
        : archive.open(from, workshop.config().source().userPoolId());
  }
}
