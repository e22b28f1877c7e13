package dev.sluice.app.backup;

import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.migration.backup.StoredBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies that a backup is unchanged. */
@Command(name = "verify", description = "Check that a backup is whole and unchanged.")
final class BackupVerifyCommand implements Callable<Integer> {
  @Mixin private BackupOptions options = new BackupOptions();

  @Parameters(paramLabel = "DIRECTORY", description = "The backup's directory.")
  private Path directory = Path.of("");

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    StoredBackup backup = options.open(directory);
    Output output = Output.of(spec, json);
    output.lines(BackupText.verified(backup, directory));
    output.json(BackupText.json(backup, directory));
    return ExitCode.DONE.number();
  }
}
