package dev.sluice.app.gateway.login;

import dev.sluice.migration.login.FactorAnswer;
import dev.sluice.migration.login.FirstLoginAnswer;
import dev.sluice.migration.login.RelayedLoginAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Counts first logins by outcome and measures how long they took. */
public class FirstLoginMetrics {
  private final MeterRegistry meters;
  private final Timer timer;

  FirstLoginMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.timer =
        Timer.builder("sluice.first.login")
            .description("How long answers to first logins took")
            .publishPercentileHistogram()
            .register(meters);
  }

  FirstLoginAnswer timed(Supplier<FirstLoginAnswer> work) {
    return timed(work, answer -> answer);
  }

  /** Times work that includes the answer to a first login. */
  public <T> T timed(Supplier<T> work, Function<T, FirstLoginAnswer> part) {
    Timer.Sample sample = Timer.start(meters);
    try {
      T answer = work.get();
      count(part.apply(answer));
      return answer;
    } finally {
      sample.stop(timer);
    }
  }

  private void count(FirstLoginAnswer answer) {
    switch (answer) {
      case FirstLoginAnswer.Proven _, FirstLoginAnswer.ProvenThere _ -> count("proven", "");
      case FirstLoginAnswer.Refused(var reason) -> count("refused", reason.word());
      case FirstLoginAnswer.NotYet _ -> count("refused", FirstLoginAnswerJson.NOT_YET);
      case FirstLoginAnswer.None none -> count("none", none.reason().word());
    }
  }

  /** Counts an answer to a second factor by outcome. */
  void count(FactorAnswer answer) {
    switch (answer) {
      case FactorAnswer.Proven proven -> countCode("proven", "");
      case FactorAnswer.Asked asked -> countCode("asked", "");
      case FactorAnswer.Refused(var reason) -> countCode("refused", reason.word());
      case FactorAnswer.None none -> countCode("none", none.reason().word());
    }
  }

  /** Counts a relayed login by outcome. */
  public void count(RelayedLoginAnswer answer) {
    switch (answer) {
      case RelayedLoginAnswer.Passed(int status, var _) ->
          countLogin("passed", String.valueOf(status));
      case RelayedLoginAnswer.Refused(var reason) -> countLogin("refused", reason.word());
      case RelayedLoginAnswer.NotYet _ -> countLogin("refused", FirstLoginAnswerJson.NOT_YET);
      case RelayedLoginAnswer.None none -> countLogin("none", none.reason().word());
    }
  }

  private void countLogin(String outcome, String detail) {
    meters.counter("sluice.logins", "outcome", outcome, "detail", detail).increment();
  }

  private void countCode(String verdict, String reason) {
    meters.counter("sluice.codes", "verdict", verdict, "reason", reason).increment();
  }

  private void count(String verdict, String reason) {
    meters.counter("sluice.verdicts", "verdict", verdict, "reason", reason).increment();
  }
}
