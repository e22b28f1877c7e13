package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.source.SourceException;
import dev.sluice.api.target.TargetException;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.RunException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class FailuresTest {

  @ParameterizedTest
  @MethodSource
  void what_stays_until_somebody_acts_is_a_condition_and_what_may_pass_a_failure(
      Exception problem, ExitCode code) {
    StringWriter said = new StringWriter();
    CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());
    line.setErr(new PrintWriter(said));

    assertThat(Failures.failed(problem, line, line.parseArgs())).isEqualTo(code.number());
    assertThat(said.toString()).startsWith("What happened.");
  }

  static Stream<Arguments>
      what_stays_until_somebody_acts_is_a_condition_and_what_may_pass_a_failure() {
    String text = "What happened.";
    Exception cause = new IllegalStateException();
    return Stream.of(
        Arguments.of(TargetException.lasting(text, cause), ExitCode.CONDITION_DOES_NOT_HOLD),
        Arguments.of(new SourceException(text, cause, true), ExitCode.CONDITION_DOES_NOT_HOLD),
        Arguments.of(new ConditionException(text), ExitCode.CONDITION_DOES_NOT_HOLD),
        Arguments.of(new TargetException(text, cause), ExitCode.FAILED),
        Arguments.of(new SourceException(text, cause), ExitCode.FAILED),
        Arguments.of(new RunException(text), ExitCode.FAILED));
  }
}
