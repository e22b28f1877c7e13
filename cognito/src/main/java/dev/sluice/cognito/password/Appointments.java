package dev.sluice.cognito.password;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells those who cannot be served now when to come back: each at a moment of its own, one after
 * the other at the rate at which others are served. So a crowd that does as it is told is served as
 * fast as the quota allows, and does not come back all at once. Safe for use by many threads.
 */
final class Appointments {
  /** A person would not believe less, and the next second is full already. */
  private static final Duration SOONEST = Duration.ofSeconds(2);

  /** Whoever would have to wait longer begins a new round. */
  private static final Duration LATEST = Duration.ofMinutes(5);

  private static final double SECOND = 1e9;

  private final LongSupplier nanos;
  private long last;

  Appointments() {
    this(System::nanoTime);
  }

  /**
   * @param nanos the time, as {@link System#nanoTime} gives it
   */
  Appointments(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /**
   * Returns in what time to come back.
   *
   * @param rate how many are served a second
   */
  synchronized Duration next(double rate) {
    long now = nanos.getAsLong();
    long soonest = now + SOONEST.toNanos();
    long next = Math.max(last - soonest, 0) + soonest + (long) (SECOND / rate);
    last = next - now > LATEST.toNanos() ? soonest : next;
    return Duration.ofNanos(last - now);
  }
}
