package dev.sluice.rehearsal.wire;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Delays answers.
 *
 * @param base the least delay
 * @param jitter the most that is added to it
 */
public record Delay(Duration base, Duration jitter, SplittableRandom random) {

  void hold() throws InterruptedException {
    Duration time = base;
    if (jitter.isPositive()) {
      synchronized (random) {
        time = time.plusNanos(random.nextLong(jitter.toNanos() + 1));
      }
    }
    if (time.isPositive()) {
      Thread.sleep(time);
    }
  }
}
