package dev.sluice.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalTimesTest {
  private int drawn;
  private final RefusalTimes times = new RefusalTimes(count -> drawn % count);

  @Test
  void before_anything_is_known_a_refusal_takes_what_one_usually_takes() {
    assertThat(times.missing(Duration.ZERO)).isEqualTo(RefusalTimes.USUAL);
    assertThat(times.missing(RefusalTimes.USUAL)).isZero();
  }

  @Test
  void a_refusal_without_a_question_takes_as_long_as_one_that_had_one() {
    times.note(Duration.ofMillis(90));
    times.note(Duration.ofMillis(400));
    assertThat(times.missing(Duration.ZERO)).isEqualTo(Duration.ofMillis(90));
    drawn = 1;
    assertThat(times.missing(Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void what_the_gateway_answers_out_of_its_ledger_is_filled_up() {
    times.note(Duration.ofMillis(90));
    assertThat(times.missing(Duration.ofMillis(4))).isEqualTo(Duration.ofMillis(86));
  }

  @Test
  void a_question_that_went_to_the_old_system_waits_no_longer() {
    times.note(Duration.ofMillis(90));
    times.note(Duration.ofMillis(400));
    drawn = 1;
    assertThat(times.missing(Duration.ofMillis(91))).isZero();
  }

  @Test
  void the_latest_64_are_what_counts() {
    times.note(Duration.ofMillis(900));
    for (int i = 0; i < 64; i++) {
      times.note(Duration.ofMillis(50));
    }
    for (drawn = 0; drawn < 64; drawn++) {
      assertThat(times.missing(Duration.ZERO)).isEqualTo(Duration.ofMillis(50));
    }
  }
}
