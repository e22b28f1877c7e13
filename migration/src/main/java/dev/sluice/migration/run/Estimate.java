package dev.sluice.migration.run;

/** Compares what was read with how many users the source thinks it has. */
public final class Estimate {
  /** Below this many users a difference is always taken for age. */
  private static final long FEW = 10;

  private static final long PART = 20;

  private Estimate() {}

  /**
   * Whether age does not explain the difference: the estimate may be hours old, so a twentieth, or
   * ten users, says nothing.
   */
  public static boolean disagrees(long read, long estimated) {
    return Math.abs(read - estimated) > Math.max(FEW, estimated / PART);
  }
}
