package dev.sluice.rehearsal.pool.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks users out after wrong passwords: from the 5th of n on for 2^(n-5) seconds, up to 15 minutes
 * (Cognito developer guide, authentication). Attempts while locked out do not count; success, or 15
 * minutes without an attempt, resets n to 0.
 */
public final class Lockouts {

  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 10;
  private static final int SWEEP_ABOVE = 10_000;

  private final InstantSource clock;
  private final ConcurrentHashMap<Long, Failures> failures = new ConcurrentHashMap<>();

  public Lockouts(InstantSource clock) {
    this.clock = clock;
  }

  boolean isLocked(long user) {
    Failures past = failures.get(user);
    return past != null && clock.instant().isBefore(past.lockedUntil());
  }

  void failed(long user) {
    Instant now = clock.instant();
    if (failures.size() > SWEEP_ABOVE) {
      failures.values().removeIf(past -> past.isForgotten(now));
    }
    failures.merge(
        user, Failures.first(now), (past, first) -> past.isForgotten(now) ? first : past.more(now));
  }

  void succeeded(long user) {
    failures.remove(user);
  }

  private record Failures(int count, Instant last, Instant lockedUntil) {

    static Failures first(Instant now) {
      return new Failures(1, now, now);
    }

    Failures more(Instant now) {
      int total = count + 1;
      Duration lock =
          total < FREE
              ? Duration.ZERO
              : Duration.ofSeconds(1L << Math.min(DOUBLINGS, total - FREE));
      return new Failures(total, now, now.plus(lock.compareTo(LONGEST) > 0 ? LONGEST : lock));
    }

    boolean isForgotten(Instant now) {
      return !now.isBefore(lockedUntil.plus(LONGEST)) && !now.isBefore(last.plus(LONGEST));
    }
  }
}
