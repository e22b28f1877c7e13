package dev.sluice.rehearsal;

import java.time.Duration;

/**
 * How long each answer is delayed.
 *
 * @param base the least delay
 * @param jitter the most that is added to it, evenly spread
 */
public record Latency(Duration base, Duration jitter) {

  /** Answers at once. */
  public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

  public Latency {
    if (base.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException(
          "Latency cannot be negative: base %s, jitter %s.".formatted(base, jitter));
    }
  }
}
