package dev.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.run.RunProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private final StringWriter said = new StringWriter();
  private final ProgressLines lines = new ProgressLines(new PrintWriter(said, true));

  @Test
  void a_log_gets_a_line_every_ten_seconds_with_users_rate_and_time_left() {
    lines.progressed(progress(500, 5));
    lines.progressed(progress(1_000, 10));
    lines.progressed(progress(1_400, 14));
    lines.progressed(progress(2_000, 20));
    assertThat(said.toString().lines())
        .containsExactly(
            "1,000 of about 20,000 users, 100 users/s, 3:10 min left",
            "2,000 of about 20,000 users, 100 users/s, 3:00 min left");
  }

  @Test
  void a_notice_is_told_at_once() {
    lines.noticed("The target does not answer; trying again.");
    assertThat(said).hasToString("The target does not answer; trying again.\n");
  }

  private static RunProgress progress(long read, long seconds) {
    return new RunProgress(read, read, 0, 0, 0, 0, 20_000, Duration.ofSeconds(seconds));
  }
}
