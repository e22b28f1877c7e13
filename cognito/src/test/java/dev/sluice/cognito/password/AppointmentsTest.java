package dev.sluice.cognito.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When those come back who could not be served. */
class AppointmentsTest {
  private final AtomicLong now = new AtomicLong();
  private final Appointments appointments = new Appointments(now::get);

  @Test
  void each_of_a_crowd_has_a_moment_of_its_own_at_the_rate_of_service() {
    List<Duration> told = Stream.generate(() -> appointments.next(50)).limit(100).toList();

    assertThat(told.getFirst()).isEqualTo(Duration.ofMillis(2_020));
    assertThat(told.getLast()).isEqualTo(Duration.ofSeconds(4));
    assertThat(told).doesNotHaveDuplicates();
  }

  @Test
  void once_the_crowd_has_been_served_the_next_waits_as_little_as_the_first() {
    Stream.generate(() -> appointments.next(10)).limit(100).forEach(told -> {});
    assertThat(appointments.next(10)).isEqualTo(Duration.ofMillis(12_100));

    now.addAndGet(Duration.ofSeconds(60).toNanos());

    assertThat(appointments.next(10)).isEqualTo(Duration.ofMillis(2_100));
  }

  @Test
  void nobody_is_told_to_wait_for_more_than_five_minutes() {
    assertThat(Stream.generate(() -> appointments.next(1)).limit(1_000))
        .allSatisfy(
            told -> assertThat(told).isBetween(Duration.ofSeconds(2), Duration.ofMinutes(5)));
  }
}
