package dev.sluice.api.pace;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pace that all processes with the same {@link Turns} share. It asks for as many turns as there
 * are waiting callers, so that one answer serves many of them and no process holds turns that it
 * does not need.
 *
 * <p>A turn that is missed by more than {@link #LATEST} is lost. A second may therefore get that
 * many more calls than turns, and that much of the share is kept free: no second sees more calls
 * than the share.
 */
public final class SharedPace implements Pace {
  /** How long after its turn a call may begin. */
  static final Duration LATEST = Duration.ofMillis(20);

  /** The part of the share that is used. */
  static final double USED = 1 - LATEST.toMillis() / 1000.0;

  private static final Logger LOG = LoggerFactory.getLogger(SharedPace.class);
  private static final long NEVER = Long.MIN_VALUE;
  private static final long MICRO = 1_000;
  private static final long SECOND = 1_000_000_000;

  /** How long before the last turn the next block is requested, so that no time passes unused. */
  private static final long AHEAD = 50_000_000;

  private final Turns turns;
  private final String quota;
  private final double most;
  private final Ticker ticker;
  private final ReentrantLock line = new ReentrantLock(true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean stale = new AtomicBoolean();
  private final AtomicBoolean untold = new AtomicBoolean();
  private volatile double rate;
  private volatile long slowedDownAt;
  private long next;
  private long gap;
  private int left;

  /**
   * @param share calls a second of all processes together; more than 0
   */
  public SharedPace(Turns turns, String quota, double share) {
    this(turns, quota, share, Ticker.SYSTEM);
  }

  SharedPace(Turns turns, String quota, double share, Ticker ticker) {
    if (!(share > 0) || Double.isInfinite(share)) {
      throw new IllegalArgumentException(
          "A pace must be more than 0 calls a second, not " + share + ".");
    }
    this.turns = turns;
    this.quota = quota;
    this.most = share * USED;
    this.ticker = ticker;
    this.rate = most;
    this.next = ticker.nanos();
    this.slowedDownAt = next - SECOND;
  }

  /** Throws what {@link Turns} throws when they cannot be reached; then no call may be made. */
  @Override
  public boolean await(Duration longest) throws InterruptedException {
    long latest = ticker.nanos() + Math.min(longest.toNanos(), Long.MAX_VALUE / 4);
    while (true) {
      long turn = lineUp(latest);
      if (turn == NEVER) {
        return false;
      }
      sleepUntil(turn);
      if (ticker.nanos() - turn <= LATEST.toNanos()) {
        return true;
      }
    }
  }

  @Override
  public boolean isFull(Duration longest) {
    return waiting.get() * SECOND / rate > longest.toNanos();
  }

  private long lineUp(long latest) throws InterruptedException {
    int before = waiting.getAndIncrement();
    try {
      long time = latest - ticker.nanos();
      if (before * SECOND / rate > time || !line.tryLock(time, TimeUnit.NANOSECONDS)) {
        return NEVER;
      }
      try {
        return take(latest);
      } finally {
        line.unlock();
      }
    } finally {
      waiting.decrementAndGet();
    }
  }

  private long take(long latest) throws InterruptedException {
    if (untold.get()) {
      tell();
    }
    if (stale.getAndSet(false)) {
      left = 0;
    }
    while (left > 0 && ticker.nanos() - next > LATEST.toNanos()) {
      pass();
    }
    if (left == 0) {
      if (next - latest > 0) {
        return NEVER;
      }
      sleepUntil(next - AHEAD);
      reserve();
    }
    return next - latest > 0 ? NEVER : pass();
  }

  private long pass() {
    long turn = next;
    next += gap;
    left--;
    return turn;
  }

  private void reserve() {
    Turns.Block block = turns.reserve(quota, most, waiting.get(), answered.getAndSet(false));
    // The answer is older than now, so no turn is taken too early.
    next = ticker.nanos() + (block.first() - block.now()) * MICRO;
    gap = block.gap() * MICRO;
    left = block.turns();
    rate = block.rate();
  }

  private void sleepUntil(long moment) throws InterruptedException {
    long wait = moment - ticker.nanos();
    if (wait > 0) {
      ticker.sleep(wait);
    }
  }

  @Override
  public void succeeded() {
    answered.set(true);
  }

  /**
   * If the other processes cannot be reached now, they are notified before this process has another
   * turn.
   */
  @Override
  public void throttled() {
    if (ticker.nanos() - slowedDownAt < SECOND) {
      return;
    }
    slowedDownAt = ticker.nanos();
    stale.set(true);
    untold.set(true);
    try {
      tell();
    } catch (RuntimeException unreachable) {
      LOG.warn("Other processes have not been slowed down yet: {}", unreachable.getMessage());
    }
  }

  private void tell() {
    turns.slowDown(quota, most);
    untold.set(false);
  }

  /** Returns how many callers have no turn yet. */
  int waiting() {
    return waiting.get();
  }

  @Override
  public double rate() {
    return rate;
  }
}
