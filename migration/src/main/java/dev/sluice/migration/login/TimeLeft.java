package dev.sluice.migration.login;

import java.time.Duration;

/** The time left for an answer; it starts to run when this is created. */
final class TimeLeft {
  private static final Duration KEPT_BACK = Duration.ofMillis(150);
  private static final int LARGEST_PART_KEPT_BACK = 10;

  private final Duration longest;
  private final long begun = System.nanoTime();

  TimeLeft(Duration longest) {
    this.longest = longest;
  }

  /**
   * Returns how long the source may take: a little less than what is left, so that after a source
   * that hangs there is time to give the attempt back.
   */
  Duration forTheSource() {
    Duration part = longest.dividedBy(LARGEST_PART_KEPT_BACK);
    Duration keptBack = part.compareTo(KEPT_BACK) < 0 ? part : KEPT_BACK;
    Duration left = longest.minus(keptBack).minusNanos(System.nanoTime() - begun);
    return left.isPositive() ? left : Duration.ofMillis(1);
  }
}
