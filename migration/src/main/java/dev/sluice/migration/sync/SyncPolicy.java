package dev.sluice.migration.sync;

/**
 * What a sync may do without confirmation.
 *
 * @param gonePercent how many of a hundred known users may be missing from the pool before that is
 *     taken for a mistake and no user is removed
 */
public record SyncPolicy(double gonePercent) {
  /** This many may always be missing: a share of a small pool is less than one person. */
  public static final long GONE_AT_LEAST = 10;

  public static final double DEFAULT_GONE_PERCENT = 1;

  /** Returns how many of these users may be missing. */
  public long mayBeGone(long known) {
    return Math.max(GONE_AT_LEAST, (long) Math.ceil(known * gonePercent / 100));
  }
}
