package dev.sluice.migration.assess.found;

/**
 * Which second factors users have.
 *
 * @param population how many users the pool has
 * @param asked how many of them were looked up; a random sample where it is less
 * @param gone how many were deleted before they could be looked up
 */
public record MfaShares(long population, long asked, long gone, Counts<FactorKind> kinds) {
  /** The largest standard error is that of one half; 1.96 of them hold 95 % of all samples. */
  private static final double LARGEST_MARGIN = 1.96 * 0.5;

  public boolean sampled() {
    return asked < population;
  }

  /**
   * Returns by how much a share may be off, 0 to 1, in 95 of 100 samples; 0 when all users were
   * looked up.
   */
  public double margin() {
    long known = asked - gone;
    return !sampled() || known == 0 ? 0 : Math.min(1, LARGEST_MARGIN / Math.sqrt((double) known));
  }
}
