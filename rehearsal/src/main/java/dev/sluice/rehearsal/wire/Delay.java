package dev.sluice.rehearsal.wire;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Holds answers back.
 *
 * @param base at least so long
 * @param jitter up to so much longer
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
