package dev.sluice.contracts.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.attempt.AttemptLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of a limit on attempts, wherever they are counted. */
public abstract class AttemptLimitContract {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-02-03T04:05:06Z"));
  private AttemptLimit limit;

  /** Returns a limit with no attempts yet, on a clock that the test sets. */
  protected abstract AttemptLimit limit(InstantSource clock);

  @BeforeEach
  final void make() {
    limit = limit(now::get);
  }

  @Test
  void the_fifth_wrong_password_in_a_row_is_not_passed_on() {
    take(4);

    assertThat(limit.take("mira")).contains(Duration.ofMinutes(15));
  }

  @Test
  void a_login_is_the_same_in_any_case() {
    take(4);

    assertThat(limit.take("MIRA")).isPresent();
  }

  @Test
  void other_logins_are_not_held_up() {
    take(4);

    assertThat(limit.take("noor")).isEmpty();
  }

  @Test
  void after_fifteen_idle_minutes_all_is_forgotten() {
    take(4);
    now.updateAndGet(time -> time.plus(Duration.ofMinutes(15)));

    assertThat(limit.take("mira")).isEmpty();
  }

  @Test
  void asking_while_held_up_does_not_prolong_the_wait_told() {
    take(4);
    now.updateAndGet(time -> time.plus(Duration.ofMinutes(10)));

    assertThat(limit.take("mira")).contains(Duration.ofMinutes(5));
  }

  @Test
  void asking_all_the_while_does_not_hold_a_login_up_for_longer() {
    take(4);
    for (int minute = 1; minute < 15; minute++) {
      now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
      assertThat(limit.take("mira")).isPresent();
    }
    now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));

    assertThat(limit.take("mira")).isEmpty();
  }

  @Test
  void an_attempt_that_proved_nothing_does_not_count() {
    take(4);
    limit.giveBack("mira");

    assertThat(limit.take("mira")).isEmpty();
    assertThat(limit.take("mira")).isPresent();
  }

  @Test
  void asking_while_held_up_counts_for_nothing_when_an_attempt_is_given_back() {
    take(4);
    assertThat(limit.take("mira")).isPresent();
    limit.giveBack("mira");
    limit.giveBack("mira");

    take(2);
    assertThat(limit.take("mira")).isPresent();
  }

  @Test
  void giving_back_what_nobody_took_gains_nothing() {
    limit.giveBack("mira");
    limit.giveBack("mira");

    take(4);
    assertThat(limit.take("mira")).isPresent();
  }

  @Test
  void a_success_clears_the_count() {
    take(4);
    limit.clear("mira");

    assertThat(limit.take("mira")).isEmpty();
  }

  @Test
  void many_at_once_cannot_pass_together() {
    AtomicInteger passed = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        threads.execute(() -> {
          if (limit.take("mira").isEmpty()) {
            passed.incrementAndGet();
          }
        });
      }
    }
    assertThat(passed).hasValue(4);
  }

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(limit.take("mira")).isEmpty();
    }
  }
}
