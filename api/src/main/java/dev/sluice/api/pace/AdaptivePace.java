package dev.sluice.api.pace;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;

/**
 * A pace that runs at up to a given rate, halves it when throttled and recovers it gradually.
 *
 * <p>Callers get their moments in the order in which they ask, evenly spaced. Unused moments are
 * not saved up, because a source that counts by the second would refuse the burst. Calls that are
 * refused within one second slow it down once.
 */
public final class AdaptivePace implements Pace {
  private static final long SECOND = 1_000_000_000;
  private static final long NEVER = -1;

  /** The slowest rate, as a part of the highest. */
  private static final double SLOWEST = 1.0 / 32;

  /** Seconds of undisturbed calls that would raise the rate from nothing to the highest. */
  private static final double RECOVERY_SECONDS = 60;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Ticker ticker;
  private final double most;
  private double rate;
  private long nextFree;
  private long changed;
  private long slowUntil;

  /**
   * @param most calls a second, more than 0
   */
  public AdaptivePace(double most) {
    this(most, Ticker.SYSTEM);
  }

  AdaptivePace(double most, Ticker ticker) {
    if (!(most > 0) || Double.isInfinite(most)) {
      throw new IllegalArgumentException(
          "A pace must be more than 0 calls a second, not " + most + ".");
    }
    this.ticker = ticker;
    this.most = most;
    this.rate = most;
    this.nextFree = ticker.nanos();
    this.changed = nextFree;
    this.slowUntil = nextFree;
  }

  @Override
  public boolean await(Duration longest) throws InterruptedException {
    long wait = atNow(now -> reserve(now, longest));
    if (wait > 0) {
      ticker.sleep(wait);
    }
    return wait != NEVER;
  }

  @Override
  public boolean isFull(Duration longest) {
    return atNow(now -> nextFree - now) > longest.toNanos();
  }

  @Override
  public void succeeded() {
    atNow(this::recover);
  }

  @Override
  public void throttled() {
    atNow(this::slowDown);
  }

  @Override
  public double rate() {
    lock.lock();
    try {
      return rate;
    } finally {
      lock.unlock();
    }
  }

  private long atNow(LongUnaryOperator step) {
    lock.lock();
    try {
      return step.applyAsLong(ticker.nanos());
    } finally {
      lock.unlock();
    }
  }

  private long reserve(long now, Duration longest) {
    long wait = Math.max(0, nextFree - now);
    if (Duration.ofNanos(wait).compareTo(longest) > 0) {
      return NEVER;
    }
    nextFree = now + wait + gap();
    return wait;
  }

  private long recover(long now) {
    if (now - slowUntil >= 0 && rate < most) {
      double seconds = Math.min(1, (double) (now - changed) / SECOND);
      rate = Math.min(most, rate + most / RECOVERY_SECONDS * seconds);
      changed = now;
    }
    return now;
  }

  private long slowDown(long now) {
    if (now - slowUntil >= 0) {
      rate = Math.max(most * SLOWEST, rate / 2);
      changed = now;
      slowUntil = now + SECOND;
      nextFree = Math.max(nextFree, now + gap());
    }
    return now;
  }

  private long gap() {
    return (long) (SECOND / rate);
  }
}
