package dev.sluice.api.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedPaceTest {
  private static final Duration LONG = Duration.ofDays(1);
  private static final int SHARE = 25;

  private final SettableTicker ticker = new SettableTicker();
  private final FakeTurns turns = new FakeTurns(ticker);
  private final SharedPace here = new SharedPace(turns, "LIST", SHARE, ticker);
  private final SharedPace there = new SharedPace(turns, "LIST", SHARE, ticker);

  @Test
  void one_process_alone_makes_nearly_all_of_the_share() throws Exception {
    Duration time = timeOf(100 * SHARE, here);

    assertThat(100.0 * SHARE / time.toMillis() * 1000)
        .isGreaterThanOrEqualTo(0.95 * SHARE)
        .isLessThanOrEqualTo(SHARE);
  }

  @Test
  void two_processes_make_together_what_one_makes_alone() throws Exception {
    long start = ticker.nanos();
    for (int call = 0; call < 50 * SHARE; call++) {
      here.await(LONG);
      there.await(LONG);
    }
    assertThat(seconds(ticker.nanos() - start)).isCloseTo(100 / SharedPace.USED, within(0.1));
  }

  @Test
  void an_idle_hour_is_not_saved_up_for_a_burst() throws Exception {
    ticker.advance(Duration.ofHours(1));

    assertThat(timeOf(SHARE + 1, here)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void a_slow_down_is_seen_by_the_others_and_won_back_by_all() throws Exception {
    there.await(LONG);
    here.throttled();

    assertThat(timeOf(10, there)).isGreaterThan(Duration.ofMillis(780));

    for (int call = 0; call < 40 * SHARE; call++) {
      there.await(LONG);
      there.succeeded();
    }
    here.await(LONG);
    assertThat(here.rate()).isCloseTo(SHARE * SharedPace.USED, within(0.1));
  }

  @Test
  void without_the_ledger_nobody_has_a_turn() throws Exception {
    here.await(LONG);
    turns.setReachable(false);

    assertThatThrownBy(() -> here.await(LONG)).hasMessage("The ledger is away.");

    turns.setReachable(true);
    assertThat(here.await(LONG)).isTrue();
  }

  @Test
  void a_refused_call_that_nobody_could_be_told_of_is_told_later() throws Exception {
    turns.setReachable(false);
    here.throttled();
    turns.setReachable(true);
    here.await(LONG);

    there.await(LONG);
    assertThat(there.rate()).isCloseTo(SHARE * SharedPace.USED / 2, within(0.1));
  }

  @Test
  void who_cannot_wait_long_enough_is_told_so_and_wastes_no_turn() throws Exception {
    here.await(LONG);

    assertThat(here.await(Duration.ofMillis(20))).isFalse();
    assertThat(here.await(Duration.ofMillis(41))).isTrue();
  }

  @Test
  void a_turn_that_was_missed_is_lost() throws Exception {
    SharedPace late = new SharedPace(turns, "LIST", SHARE, new LateTicker(ticker));
    here.await(LONG);
    long start = ticker.nanos();

    assertThat(late.await(LONG)).isTrue();

    assertThat(Duration.ofNanos(ticker.nanos() - start))
        .as("the first turn was missed by 30 ms, and the next one was waited for")
        .isGreaterThan(Duration.ofMillis(80));
  }

  @Test
  void those_who_come_while_one_asks_are_served_by_one_more_question() throws Exception {
    SharedPace quick = new SharedPace(turns, "SIGN_IN", 1000, ticker);
    CountDownLatch answer = turns.holdNextAnswer();
    List<Future<Boolean>> calls = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int call = 0; call < 5; call++) {
        calls.add(threads.submit(() -> quick.await(LONG)));
      }
      Instant latest = Instant.now().plus(Duration.ofMinutes(1));
      while (quick.waiting() < 5) {
        assertThat(Instant.now()).as("all five wait").isBefore(latest);
        Thread.sleep(1);
      }
      answer.countDown();
    }

    for (Future<Boolean> call : calls) {
      assertThat(call.get()).isTrue();
    }
    assertThat(turns.blocks()).isLessThanOrEqualTo(2);
  }

  private Duration timeOf(int calls, SharedPace pace) throws InterruptedException {
    long start = ticker.nanos();
    for (int call = 0; call < calls; call++) {
      assertThat(pace.await(LONG)).isTrue();
    }
    return Duration.ofNanos(ticker.nanos() - start);
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  /** Oversleeps the first time. */
  private static final class LateTicker implements Ticker {
    private final SettableTicker ticker;
    private boolean late = true;

    LateTicker(SettableTicker ticker) {
      this.ticker = ticker;
    }

    @Override
    public long nanos() {
      return ticker.nanos();
    }

    @Override
    public void sleep(long nanos) {
      ticker.sleep(nanos + (late ? 30_000_000 : 0));
      late = false;
    }
  }
}
