package dev.sluice.app;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.target.TargetException;
import dev.sluice.app.cli.CommandException;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.config.ConfigException;
import dev.sluice.app.gateway.GatewayException;
import dev.sluice.migration.backup.BackupException;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.RunException;
import dev.sluice.servers.ServerException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports a failure in one line that says what went wrong, where and what to do. */
final class Failures {
  private static final String DEBUG = "--debug";

  private Failures() {}

  static int wrongUsage(ParameterException problem, String[] args) {
    CommandLine line = problem.getCommandLine();
    line.getErr()
        .println(
            problem.getMessage() + " See " + line.getCommandSpec().qualifiedName() + " --help.");
    line.getErr().flush();
    return ExitCode.WRONG_USAGE.number();
  }

  static int failed(Exception problem, CommandLine line, ParseResult parsed) {
    line.getErr().println(message(problem));
    if (parsed.originalArgs().contains(DEBUG)) {
      problem.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return code(problem).number();
  }

  private static ExitCode code(Exception problem) {
    return switch (problem) {
      case ConfigException _ -> ExitCode.WRONG_USAGE;
      case ConditionException _ -> ExitCode.CONDITION_DOES_NOT_HOLD;
      case TargetException trouble when trouble.isLasting() -> ExitCode.CONDITION_DOES_NOT_HOLD;
      case SourceException trouble when trouble.isLasting() -> ExitCode.CONDITION_DOES_NOT_HOLD;
      default -> ExitCode.FAILED;
    };
  }

  private static String message(Exception problem) {
    return switch (problem) {
      case ConfigException known -> text(known);
      case ConditionException known -> text(known);
      case BackupException known -> text(known);
      case CommandException known -> text(known);
      case GatewayException known -> text(known);
      case LedgerException known -> text(known);
      case RunException known -> text(known);
      case ServerException known -> text(known);
      case SourceException known -> text(known);
      case TargetException known -> text(known);
      case IOException known -> "A file or a connection failed: " + described(known);
      case InterruptedException _ -> "Stopped.";
      default ->
          "Unexpected failure, most likely a defect in Sluice: "
              + described(problem)
              + " Run the command again with "
              + DEBUG
              + " and report what it prints.";
    };
  }

  private static String text(Exception known) {
    return String.valueOf(known.getMessage());
  }

  private static String described(Exception problem) {
    return problem.getClass().getSimpleName()
        + (problem.getMessage() == null ? "." : ": " + problem.getMessage());
  }
}
