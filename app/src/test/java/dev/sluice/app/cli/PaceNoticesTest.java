package dev.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.run.RunProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceNoticesTest {
  private final List<String> said = new ArrayList<>();
  private double rate = 20;
  private final PaceNotices notices = new PaceNotices(new Said(), 20, () -> rate);

  @Test
  void a_run_that_yields_says_so_once_and_says_when_it_is_back() {
    at(20);
    at(10);
    at(5);
    at(14);
    at(20);
    assertThat(said)
        .containsExactly(
            "The pool is throttling calls. The run continues at 10.0 of 20.0 requests/s and"
                + " speeds up again as the pool allows.",
            "The pool allows 20.0 requests/s again.");
  }

  @Test
  void what_the_run_itself_has_to_say_is_passed_on() {
    notices.noticed("The source no longer knows a position.");
    assertThat(said).containsExactly("The source no longer knows a position.");
  }

  private void at(double callsPerSecond) {
    rate = callsPerSecond;
    notices.progressed(new RunProgress(1, 1, 0, 0, 0, 0, 9, Duration.ofSeconds(1)));
  }

  private final class Said implements RunListener {
    @Override
    public void progressed(RunProgress progress) {}

    @Override
    public void noticed(String notice) {
      said.add(notice);
    }
  }
}
