package dev.sluice.app;

import dev.sluice.api.SluiceVersion;
import dev.sluice.app.archive.ArchiveCommand;
import dev.sluice.app.archive.ExportCommand;
import dev.sluice.app.assess.AssessCommand;
import dev.sluice.app.backup.BackupCommand;
import dev.sluice.app.bulk.BulkCommand;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.HelpOption;
import dev.sluice.app.demo.DemoCommand;
import dev.sluice.app.init.InitCommand;
import dev.sluice.app.provision.ProvisionCommand;
import dev.sluice.app.serve.ServeCommand;
import dev.sluice.app.status.StatusCommand;
import dev.sluice.app.status.UserCommand;
import dev.sluice.app.sync.SyncCommand;
import dev.sluice.app.verify.VerifyCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program's command line as a whole. */
@Command(
    name = "sluice",
    description = "Moves people off Amazon Cognito without their users noticing.",
    version = "sluice " + SluiceVersion.TEXT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      InitCommand.class,
      AssessCommand.class,
      ProvisionCommand.class,
      ExportCommand.class,
      ArchiveCommand.class,
      BulkCommand.class,
      SyncCommand.class,
      VerifyCommand.class,
      ServeCommand.class,
      StatusCommand.class,
      UserCommand.class,
      BackupCommand.class
    },
    footer = {
      "",
      "Nothing at the target or the pool changes without --execute.",
      "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 done with rejections,",
      "4 a condition for going on does not hold."
    })
public final class SluiceCommand {
  @Mixin HelpOption help = new HelpOption();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Say which version this is.")
  boolean version;

  private SluiceCommand() {}

  /** Runs one command in this process; the result is its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new SluiceCommand())
        .addSubcommand(new DemoCommand(SluiceCommand::run))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setExecutionExceptionHandler(Failures::failed)
        .setExecutionStrategy(SluiceCommand::execute)
        .execute(args);
  }

  /** Without a command there is nothing to do but to say which there are. */
  private static int execute(CommandLine.ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      CommandLine line = parsed.commandSpec().commandLine();
      line.usage(line.getErr());
      return ExitCode.WRONG_USAGE.number();
    }
    return new CommandLine.RunLast().execute(parsed);
  }
}
