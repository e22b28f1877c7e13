package dev.sluice.app.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentTallyTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final AtomicInteger counts = new AtomicInteger();

  @Test
  void users_are_counted_again_after_30_seconds_and_not_before() {
    RecentTally recent = new RecentTally(this::oneMoreEachTime, nanos::get);

    assertThat(imported(recent)).isEqualTo(1);
    nanos.addAndGet(Duration.ofMillis(29_999).toNanos());
    assertThat(imported(recent)).isEqualTo(1);
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(imported(recent)).isEqualTo(2);
  }

  @Test
  void a_ledger_that_cannot_be_read_gives_no_figure_and_is_left_alone_for_a_while() {
    RecentTally recent =
        new RecentTally(
            () -> {
              counts.incrementAndGet();
              throw new LedgerException("locked");
            },
            nanos::get);

    assertThat(imported(recent)).isNaN();
    assertThat(imported(recent)).isNaN();
    assertThat(counts).hasValue(1);
  }

  private Tally oneMoreEachTime() {
    return new Tally(Map.of(MigrationState.IMPORTED, (long) counts.incrementAndGet()), Map.of());
  }

  private static double imported(RecentTally recent) {
    return recent.read(tally -> tally.in(MigrationState.IMPORTED));
  }
}
