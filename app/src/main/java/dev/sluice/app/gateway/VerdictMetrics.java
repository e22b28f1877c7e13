package dev.sluice.app.gateway;

import dev.sluice.migration.run.FirstLoginAnswer;
import dev.sluice.migration.source.NoVerdictReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and times the answers to first logins by verdict and reason, and tells the operator why
 * nothing could be proven.
 */
class VerdictMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(VerdictMetrics.class);

  /** An outage is told of, not each login that it spoils. */
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final MeterRegistry registry;
  private final Map<NoVerdictReason, Instant> lastLine = new ConcurrentHashMap<>();

  VerdictMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  FirstLoginAnswer timed(Supplier<FirstLoginAnswer> work) {
    Timer.Sample sample = Timer.start(registry);
    FirstLoginAnswer answer = work.get();
    switch (answer) {
      case FirstLoginAnswer.Proven _ -> sample.stop(timer("proven", "none"));
      case FirstLoginAnswer.Refused refused ->
          sample.stop(timer("refused", refused.reason().word()));
      case FirstLoginAnswer.None none -> {
        sample.stop(timer("none", none.reason().word()));
        tell(none);
      }
    }
    return answer;
  }

  private Timer timer(String verdict, String reason) {
    return Timer.builder("sluice.first.login")
        .description("First logins by what was proven")
        .tag("verdict", verdict)
        .tag("reason", reason)
        .register(registry);
  }

  private void tell(FirstLoginAnswer.None none) {
    Instant now = Instant.now();
    lastLine.compute(
        none.reason(),
        (reason, last) -> {
          if (last != null && now.isBefore(last.plus(BETWEEN_LINES))) {
            return last;
          }
          LOG.warn("A first login proved nothing, {}: {}", reason.word(), none.detail());
          return now;
        });
  }
}
