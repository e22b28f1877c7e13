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
    description = "Move users off Amazon Cognito without interrupting their logins.",
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
      "Without --execute, nothing changes at the target or in the pool.",
      "Exit codes: 0 done; 1 failed; 2 wrong usage or configuration;",
      "3 done with rejections; 4 not done, because a condition does not hold."
    })
public final class SluiceCommand {
  @Mixin HelpOption help = new HelpOption();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Say which version this is.")
  boolean version;

  private SluiceCommand() {}

  /** Runs one command in this process and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine()
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setExecutionExceptionHandler(Failures::failed)
        .setExecutionStrategy(SluiceCommand::execute)
        .execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new SluiceCommand()).addSubcommand(new DemoCommand(SluiceCommand::run));
  }

  /** Refuses a call without a command. */
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
