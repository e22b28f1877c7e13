package dev.sluice.app.archive;

import dev.sluice.app.cli.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands that verify archives and make keys for them. */
@Command(
    name = "archive",
    description = "Verify the archives that export writes, and make keys to encrypt them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ArchiveVerifyCommand.class, ArchiveKeyCommand.class})
public final class ArchiveCommand implements Callable<Integer> {
  @Mixin HelpOption help = new HelpOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Name what to do with the archive: verify or key.");
  }
}
