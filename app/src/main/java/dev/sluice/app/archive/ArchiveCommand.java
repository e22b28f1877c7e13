package dev.sluice.app.archive;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with an archive besides making and moving one. */
@Command(
    name = "archive",
    description = "Look after archives that export has made.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ArchiveVerifyCommand.class, ArchiveKeyCommand.class})
public final class ArchiveCommand implements Callable<Integer> {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Say what this command does and takes.")
  boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do with the archive.");
  }
}
