package dev.sluice.app.task;

import org.jspecify.annotations.Nullable;

/**
 * What a run is to do that was handed to the serving processes, and how it went so far.
 *
 * @param retryRejected whether a bulk run tries users again who were rejected before
 * @param acceptGone how many users a sync may take for gone although the policy allows fewer
 * @param failures how often it has failed in a row
 * @param problem why it failed last; null when it has not
 */
public record HandedRun(
    boolean retryRejected, long acceptGone, int failures, @Nullable String problem) {

  /** A run of any kind as its schedule hands it over. */
  static HandedRun plain() {
    return new HandedRun(false, 0, 0, null);
  }

  /** A bulk run that was not tried yet. */
  public static HandedRun bulk(boolean retryRejected) {
    return new HandedRun(retryRejected, 0, 0, null);
  }

  /** A sync that was not tried yet. */
  public static HandedRun sync(long acceptGone) {
    return new HandedRun(false, acceptGone, 0, null);
  }

  /** The same run after one more failure. */
  HandedRun failed(String why) {
    return new HandedRun(retryRejected, acceptGone, failures + 1, why);
  }
}
