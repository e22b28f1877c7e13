package dev.sluice.api.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptivePaceTest {
  private static final Duration LONG = Duration.ofDays(1);
  private final SettableTicker ticker = new SettableTicker();
  private final AdaptivePace pace = new AdaptivePace(8, ticker);

  @Test
  void the_first_call_goes_at_once_and_the_others_evenly_after_it() throws Exception {
    long start = ticker.nanos();
    pace.await(LONG);
    assertThat(ticker.nanos() - start).isZero();
    for (int call = 0; call < 16; call++) {
      pace.await(LONG);
    }
    assertThat(Duration.ofNanos(ticker.nanos() - start)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void an_idle_hour_is_not_saved_up_for_a_burst() throws Exception {
    ticker.advance(Duration.ofHours(1));
    long start = ticker.nanos();
    for (int call = 0; call < 9; call++) {
      pace.await(LONG);
    }
    assertThat(Duration.ofNanos(ticker.nanos() - start)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void who_cannot_wait_long_enough_is_told_so_and_takes_no_turn() throws Exception {
    assertThat(pace.await(Duration.ZERO)).isTrue();
    assertThat(pace.await(Duration.ofMillis(124))).isFalse();
    assertThat(pace.await(Duration.ofMillis(125))).isTrue();
  }

  @Test
  void throttling_halves_the_rate_once_for_all_calls_of_the_same_second() {
    pace.throttled();
    pace.throttled();
    ticker.advance(Duration.ofMillis(999));
    pace.throttled();
    assertThat(pace.rate()).isEqualTo(4);

    ticker.advance(Duration.ofMillis(1));
    pace.throttled();
    assertThat(pace.rate()).isEqualTo(2);
  }

  @Test
  void after_throttling_nobody_goes_before_the_slower_rate_lets_them() throws Exception {
    pace.throttled();
    long start = ticker.nanos();
    pace.await(LONG);
    assertThat(Duration.ofNanos(ticker.nanos() - start)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void it_never_stops_altogether() {
    for (int second = 0; second < 100; second++) {
      pace.throttled();
      ticker.advance(Duration.ofSeconds(1));
    }
    assertThat(pace.rate()).isEqualTo(0.25);
  }

  @Test
  void answered_calls_win_the_rate_back_within_a_minute_but_not_at_once() {
    pace.throttled();
    pace.succeeded();
    assertThat(pace.rate()).as("a call of the same second").isEqualTo(4);

    for (int second = 0; second < 15; second++) {
      ticker.advance(Duration.ofSeconds(1));
      pace.succeeded();
    }
    assertThat(pace.rate()).as("after 15 s").isCloseTo(6, within(0.01));

    for (int second = 0; second < 15; second++) {
      ticker.advance(Duration.ofSeconds(1));
      pace.succeeded();
    }
    assertThat(pace.rate()).as("after 30 s").isCloseTo(8, within(0.01));
  }

  @Test
  void many_quick_answers_recover_no_faster_than_one_a_second() {
    pace.throttled();
    ticker.advance(Duration.ofSeconds(1));
    for (int call = 0; call < 1000; call++) {
      ticker.advance(Duration.ofMillis(1));
      pace.succeeded();
    }
    assertThat(pace.rate()).isLessThan(4.3);
  }

  @Test
  void it_never_goes_faster_than_the_most() {
    for (int second = 0; second < 100; second++) {
      ticker.advance(Duration.ofSeconds(1));
      pace.succeeded();
    }
    assertThat(pace.rate()).isEqualTo(8);
  }

  @Test
  void every_one_of_many_virtual_threads_gets_a_moment_of_its_own() throws Exception {
    Set<Long> waits = ConcurrentHashMap.newKeySet();
    AdaptivePace shared = new AdaptivePace(10, new RememberingTicker(waits));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Collections.nCopies(500, () -> shared.await(LONG)));
    }
    assertThat(waits)
        .as("all but the first wait, each a tenth of a second longer than another")
        .hasSize(499)
        .contains(100_000_000L, 49_900_000_000L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_pace_of_nothing_is_refused(double most) {
    assertThatThrownBy(() -> new AdaptivePace(most))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 0");
  }

  /** Time that stands still and remembers who would have slept how long. */
  private record RememberingTicker(Set<Long> waits) implements Ticker {
    @Override
    public long nanos() {
      return 5;
    }

    @Override
    public void sleep(long nanos) {
      waits.add(nanos);
    }
  }
}
