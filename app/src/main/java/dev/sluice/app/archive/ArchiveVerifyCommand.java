package dev.sluice.app.archive;

import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.HelpOption;
import dev.sluice.app.cli.Output;
import dev.sluice.migration.archive.ArchiveSource;
import dev.sluice.migration.archive.manifest.FinishedArchive;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an archive to its last record, as any backup needs. */
@Command(
    name = "verify",
    description = "Check that an archive is whole, unchanged, and readable to its end.")
final class ArchiveVerifyCommand implements Callable<Integer> {
  @Mixin private ArchiveOptions archive = new ArchiveOptions();

  @Parameters(paramLabel = "DIRECTORY", description = "The archive's directory.")
  private Path directory = Path.of("");

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Mixin HelpOption help = new HelpOption();

  // Failures reads it from the raw arguments, because it also counts if parsing fails.
  @Option(names = "--debug", description = "Print a stack trace if the command fails.")
  boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    FinishedArchive found;
    try (ArchiveSource source = archive.open(directory)) {
      source.readToTheEnd();
      found = source.archive();
    }
    Output output = Output.of(spec, json);
    output.lines(ArchiveText.lines(found, directory));
    output.json(ArchiveText.json(found, directory));
    return ExitCode.DONE.number();
  }
}
