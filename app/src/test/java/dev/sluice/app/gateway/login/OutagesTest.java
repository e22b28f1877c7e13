package dev.sluice.app.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.app.gateway.LogLines;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutagesTest {
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void an_outage_is_told_once_in_ten_seconds_and_each_kind_by_itself() {
    Outages outages = new Outages(nanos::get);
    try (LogLines log = new LogLines()) {
      outages.tell(NoVerdictReason.SOURCE_THROTTLED, "first");
      nanos.addAndGet(Duration.ofMillis(9_999).toNanos());
      outages.tell(NoVerdictReason.SOURCE_THROTTLED, "second");
      outages.tell(NoVerdictReason.FIREWALL, "third");
      nanos.addAndGet(Duration.ofMillis(1).toNanos());
      outages.tell(NoVerdictReason.SOURCE_THROTTLED, "fourth");

      assertThat(log.all())
          .filteredOn(line -> line.contains("Outages"))
          .hasSize(3)
          .noneMatch(line -> line.contains("second"));
    }
  }
}
