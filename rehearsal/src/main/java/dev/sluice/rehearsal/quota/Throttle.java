package dev.sluice.rehearsal.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/** Decides of each call whether it is still within the quotas. */
public final class Throttle {

  private final Quotas quotas;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  public Throttle(Quotas quotas, InstantSource clock) {
    this.quotas = quotas;
    this.clock = clock;
  }

  /** Counts the call; false when it has to be refused. */
  public boolean admits(QuotaCategory category, String operation) {
    Integer perSecond = quotas.perSecond().get(category);
    if (perSecond != null && !bucket(category.name(), perSecond).take(clock.instant())) {
      return false;
    }
    return quotas.perOperation() == 0
        || !category.isLimitedPerOperation()
        || bucket(operation, quotas.perOperation()).take(clock.instant());
  }

  private Bucket bucket(String name, int perSecond) {
    return buckets.computeIfAbsent(name, key -> new Bucket(perSecond, clock.instant()));
  }

  /** A bucket that holds up to one second's calls and fills evenly. */
  private static final class Bucket {
    private final int perSecond;
    private double left;
    private Instant filled;

    Bucket(int perSecond, Instant now) {
      this.perSecond = perSecond;
      this.left = perSecond;
      this.filled = now;
    }

    synchronized boolean take(Instant now) {
      double seconds = Math.max(0, Duration.between(filled, now).toNanos() / 1e9);
      left = Math.min(perSecond, left + seconds * perSecond);
      filled = now;
      if (left < 1) {
        return false;
      }
      left--;
      return true;
    }
  }
}
