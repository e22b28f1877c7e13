package dev.sluice.app.gateway;

import dev.sluice.migration.run.FactorAnswer;
import dev.sluice.migration.run.FirstLoginAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** Counts first logins by what came of them, and measures how long they took. */
class FirstLoginMetrics {
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
    Timer.Sample sample = Timer.start(meters);
    try {
      FirstLoginAnswer answer = work.get();
      count(answer);
      return answer;
    } finally {
      sample.stop(timer);
    }
  }

  private void count(FirstLoginAnswer answer) {
    switch (answer) {
      case FirstLoginAnswer.Proven proven -> count("proven", "");
      case FirstLoginAnswer.Refused(var reason) -> count("refused", reason.word());
      case FirstLoginAnswer.NotYet _ -> count("refused", FirstLoginAnswerJson.NOT_YET);
      case FirstLoginAnswer.None none -> count("none", none.reason().word());
    }
  }

  /** Counts an answer to a second factor by what came of it. */
  void count(FactorAnswer answer) {
    switch (answer) {
      case FactorAnswer.Proven proven -> countCode("proven", "");
      case FactorAnswer.Asked asked -> countCode("asked", "");
      case FactorAnswer.Refused(var reason) -> countCode("refused", reason.word());
      case FactorAnswer.None none -> countCode("none", none.reason().word());
    }
  }

  private void countCode(String verdict, String reason) {
    meters.counter("sluice.codes", "verdict", verdict, "reason", reason).increment();
  }

  private void count(String verdict, String reason) {
    meters.counter("sluice.verdicts", "verdict", verdict, "reason", reason).increment();
  }
}
