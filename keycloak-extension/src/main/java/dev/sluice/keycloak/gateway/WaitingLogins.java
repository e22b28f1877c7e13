package dev.sluice.keycloak.gateway;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps logins that wait for the gateway from taking all of Keycloak's threads, which those of
 * users that have moved need: only so many wait at once. While the gateway does not answer, only
 * one login at a time finds out whether it does again.
 */
final class WaitingLogins {
  /** Half of the threads that Keycloak has for requests by default (50, or 4 a core). */
  static final int MOST = 24;

  /** As many silences in a row are no accident. */
  static final int SILENCES = 10;

  private static final int SOONEST_SECONDS = 2;
  private static final int LATEST_SECONDS = 10;

  private final Semaphore places = new Semaphore(MOST);
  private final Semaphore probe = new Semaphore(1);
  private final AtomicInteger silences = new AtomicInteger();
  private final LongSupplier nanos;

  WaitingLogins() {
    this(System::nanoTime);
  }

  /**
   * @param nanos the time, as {@link System#nanoTime} gives it
   */
  WaitingLogins(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Asks if the login may wait; else there is no verdict, at once.
   *
   * @param timeout how long an answer is awaited
   */
  Verdict ask(Duration timeout, Supplier<Verdict> question) {
    boolean silent = silences.get() >= SILENCES;
    Semaphore place = silent ? probe : places;
    if (!place.tryAcquire()) {
      return new Verdict.None(
          silent ? "the gateway does not answer" : "as many logins wait for the gateway as may",
          ThreadLocalRandom.current().nextInt(SOONEST_SECONDS, LATEST_SECONDS + 1));
    }
    try {
      long begun = nanos.getAsLong();
      Verdict verdict = question.get();
      boolean late = nanos.getAsLong() - begun >= timeout.dividedBy(2).toNanos();
      if (late && verdict instanceof Verdict.None) {
        silences.incrementAndGet();
      } else {
        silences.set(0);
      }
      return verdict;
    } finally {
      place.release();
    }
  }
}
