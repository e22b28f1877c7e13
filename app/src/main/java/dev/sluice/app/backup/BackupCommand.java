package dev.sluice.app.backup;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.backup.BackupMethod;
import dev.sluice.api.target.backup.BackupSource;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.app.cli.ReadingView;
import dev.sluice.app.wiring.Components;
import dev.sluice.migration.archive.seal.Recipient;
import dev.sluice.migration.backup.BackupRun;
import dev.sluice.migration.backup.FinishedBackup;
import dev.sluice.migration.run.ConditionException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Backs up the target with its password hashes and changes nothing there. */
@Command(
    name = "backup",
    description = {
      "Back up the target with all users and their password hashes. The files are in the format"
          + " of the target's own import."
    },
    subcommands = {BackupVerifyCommand.class, BackupOpenCommand.class})
public final class BackupCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  // Not marked as required, because the subcommands do without it.
  @Option(
      names = "--to",
      paramLabel = "DIRECTORY",
      description = "An empty directory for the backup.")
  private @Nullable Path directory;

  @Option(
      names = "--encrypt-to",
      paramLabel = "FILE",
      description = "A public key made by sluice archive key; may be given more than once.")
  private List<Path> encryptTo = List.of();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path to = directory;
    if (to == null) {
      throw new ParameterException(
          spec.commandLine(), "Name an empty directory with --to DIRECTORY.");
    }
    List<Recipient> recipients = encryptTo.stream().map(Recipient::read).toList();
    FinishedBackup backup;
    try (Components components = new Components(common.read());
        ReadingView view =
            new ReadingView(ProgressView.on(spec.commandLine().getErr()), InstantSource.system())) {
      Target target = components.target();
      backup =
          new BackupRun(target.describe().name(), source(target), InstantSource.system())
              .run(to, recipients, view::progressed);
    }
    Output output = Output.of(spec, json);
    output.lines(BackupText.made(backup, to));
    output.json(BackupText.json(backup, to));
    return ExitCode.DONE.number();
  }

  private static BackupSource source(Target target) {
    return switch (target.backup()) {
      case BackupMethod.ByFiles(BackupSource source) -> source;
      case BackupMethod.OwnTools(String advice) ->
          throw new ConditionException(
              "Sluice cannot back up %s. %s".formatted(target.describe().name(), advice));
    };
  }
}
