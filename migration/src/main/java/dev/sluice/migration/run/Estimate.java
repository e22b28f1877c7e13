package dev.sluice.migration.run;

/** Compares the number of users read with the source's own estimate. */
public final class Estimate {
  /** Below this many users a difference is always attributed to the age of the estimate. */
  private static final long FEW = 10;

  private static final long PART = 20;

  private Estimate() {}

  /**
   * Returns whether age does not explain the difference: the estimate may be hours old, so a
   * twentieth, or ten users, says nothing.
   */
  public static boolean disagrees(long read, long estimated) {
    return Math.abs(read - estimated) > Math.max(FEW, estimated / PART);
  }
}
