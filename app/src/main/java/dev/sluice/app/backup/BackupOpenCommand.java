package dev.sluice.app.backup;

import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.app.cli.ReadingView;
import dev.sluice.migration.backup.FinishedBackup;
import dev.sluice.migration.backup.StoredBackup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decrypts a backup so that it can be restored. */
@Command(
    name = "open",
    description =
        "Check an encrypted backup and write it decrypted, ready for the target's import.")
final class BackupOpenCommand implements Callable<Integer> {
  @Mixin private BackupOptions options = new BackupOptions();

  @Parameters(paramLabel = "DIRECTORY", description = "The backup's directory.")
  private Path directory = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIRECTORY",
      description = "An empty directory for the decrypted backup.")
  private Path to = Path.of("");

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    StoredBackup backup = options.open(directory);
    FinishedBackup opened;
    try (ReadingView view =
        new ReadingView(ProgressView.on(spec.commandLine().getErr()), InstantSource.system())) {
      opened = backup.writeOut(to, view::progressed);
    }
    Output output = Output.of(spec, json);
    output.lines(BackupText.opened(opened, to));
    output.json(BackupText.json(opened, to));
    return ExitCode.DONE.number();
  }
}
