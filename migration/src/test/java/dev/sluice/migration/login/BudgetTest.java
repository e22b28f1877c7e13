package dev.sluice.migration.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BudgetTest {

  @Test
  void work_that_is_done_in_time_gives_its_answer() {
    assertThat(Budget.within(Duration.ofMinutes(1), () -> "answer")).contains("answer");
  }

  @Test
  void work_that_takes_longer_is_interrupted_and_gives_nothing() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThat(Budget.within(Duration.ofMillis(20), () -> sleepUntil(interrupted))).isEmpty();

    interrupted.await();
  }

  @Test
  void a_failure_is_the_callers() {
    assertThatThrownBy(() ->
            Budget.within(
                Duration.ofMinutes(1),
                () -> {
                  throw new IllegalArgumentException("no such thing");
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such thing");
  }

  private static String sleepUntil(CountDownLatch interrupted) {
    try {
      Thread.sleep(Duration.ofMinutes(1));
      return "too late";
    } catch (InterruptedException stopped) {
      interrupted.countDown();
      return "interrupted";
    }
  }
}
