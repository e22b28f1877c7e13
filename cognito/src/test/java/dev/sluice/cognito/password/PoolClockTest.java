package dev.sluice.cognito.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpResponse;

class PoolClockTest {
  private static final Instant OURS = Instant.parse("2026-02-03T04:05:06Z");

  @Test
  void a_clock_of_ours_that_is_wrong_does_not_matter() {
    assertThat(at("Fri, 04 Jul 2031 05:06:07 GMT"))
        .isEqualTo(Instant.parse("2031-07-04T05:06:07Z"));
  }

  @Test
  void an_answer_without_a_date_leaves_our_own() {
    assertThat(PoolClock.at(SdkHttpResponse.builder().build(), InstantSource.fixed(OURS)))
        .isEqualTo(OURS);
    assertThat(at("tomorrow")).isEqualTo(OURS);
  }

  private static Instant at(String date) {
    return PoolClock.at(
        SdkHttpResponse.builder().putHeader("date", date).build(), InstantSource.fixed(OURS));
  }
}
