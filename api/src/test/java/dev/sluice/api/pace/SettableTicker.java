package dev.sluice.api.pace;

import java.time.Duration;

/** Time that stands still until it is moved, or slept through. */
final class SettableTicker implements Ticker {
  private long now = 77_000_000_000L;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void sleep(long nanos) {
    now += nanos;
  }

  synchronized void advance(Duration time) {
    now += time.toNanos();
  }
}
