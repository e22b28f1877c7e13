package dev.sluice.app.archive;

import dev.sluice.app.cli.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with an archive besides making and moving one. */
@Command(
    name = "archive",
    description = "Look after archives that export has made.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ArchiveVerifyCommand.class, ArchiveKeyCommand.class})
public final class ArchiveCommand implements Callable<Integer> {
  @Mixin HelpOption help = new HelpOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do with the archive.");
  }
}
