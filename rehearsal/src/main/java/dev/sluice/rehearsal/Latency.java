package dev.sluice.rehearsal;

import java.time.Duration;

/**
 * How long each answer is held back.
 *
 * @param base at least so long
 * @param jitter up to so much longer, evenly spread
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
