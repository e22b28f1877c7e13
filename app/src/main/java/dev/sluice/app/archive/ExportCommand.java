package dev.sluice.app.archive;

import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.PaceNotices;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.app.wiring.Components;
import dev.sluice.migration.archive.export.ExportReport;
import dev.sluice.migration.archive.export.ExportRun;
import dev.sluice.migration.archive.seal.Recipient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the pool into an archive. It changes neither the pool nor the target. */
@Command(
    name = "export",
    description = {
      "Read the pool into an archive, as a backup or for bulk --from.",
      "An export into the directory of an unfinished one resumes it."
    })
public final class ExportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIRECTORY",
      description = "An empty directory, or the directory of an export to resume.")
  private Path directory = Path.of("");

  @Option(
      names = "--encrypt-to",
      paramLabel = "FILE",
      description = "A public key made by sluice archive key; may be given more than once.")
  private List<Path> encryptTo = List.of();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    List<Recipient> recipients = encryptTo.stream().map(Recipient::read).toList();
    ExportReport report;
    try (Components components = new Components(common.read());
        ProgressView view = ProgressView.on(spec.commandLine().getErr())) {
      double share = components.config().source().requestsPerSecond();
      ExportRun run =
          new ExportRun(components.source(), components::sourceInOneChain, InstantSource.system());
      report =
          run.run(directory, recipients, new PaceNotices(view, share, components::listingRate));
    }
    Output output = Output.of(spec, json);
    output.lines(ArchiveText.lines(report, directory));
    output.json(ArchiveText.json(report, directory));
    return ExitCode.DONE.number();
  }
}
