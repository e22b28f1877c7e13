package dev.sluice.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.Seals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SealingTest {
  @Test
  void a_seal_that_fails_is_tried_again() throws Exception {
    CountDownLatch tries = new CountDownLatch(3);

    try (Sealing sealing = Sealing.every(Duration.ofMillis(1), failing(tries))) {
      assertThat(sealing).isNotNull();
      assertThat(tries.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void the_end_seals_what_was_written_last() {
    try (WatchedLedger ledger = new WatchedLedger()) {
      Sealing sealing = Sealing.everyMinute(ledger);

      sealing.close();

      assertThat(ledger.seals()).isEqualTo(1);
    }
  }

  @Test
  void a_last_seal_that_fails_does_not_keep_the_gateway_from_ending() {
    CountDownLatch tries = new CountDownLatch(1);

    Sealing.everyMinute(failing(tries)).close();

    assertThat(tries.getCount()).isZero();
  }

  private static Seals failing(CountDownLatch tries) {
    return new Seals() {
      @Override
      public Optional<Seal> seal() {
        tries.countDown();
        throw new LedgerException("The ledger's disk is full: make room.");
      }

      @Override
      public List<String> problems() {
        return List.of();
      }
    };
  }
}
