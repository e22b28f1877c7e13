package dev.sluice.migration.repair;

/**
 * The owner's decisions about users whom a repair leaves alone otherwise.
 *
 * @param moved whether users who had moved, and whose move the target has lost, start again from
 *     the pool
 * @param deleted whether users who were deleted at the target before they moved, and are still in
 *     the pool, are brought back
 */
public record AlsoThese(boolean moved, boolean deleted) {
  public static final AlsoThese NONE = new AlsoThese(false, false);
}
