package dev.sluice.app.task;

import org.jspecify.annotations.Nullable;

/**
 * A run that was handed to the serving processes: what it must do, and its failures so far.
 *
 * @param retryRejected whether a bulk run retries users that were rejected before
 * @param acceptGone how many users a sync may treat as gone even if the policy allows fewer
 * @param failures how often it has failed in succession
 * @param problem why it last failed; null if it has not
 */
public record HandedRun(
    boolean retryRejected, long acceptGone, int failures, @Nullable String problem) {

  /** Returns a run as its schedule hands it over. */
  static HandedRun plain() {
    return new HandedRun(false, 0, 0, null);
  }

  /** Returns a bulk run that was not tried yet. */
  public static HandedRun bulk(boolean retryRejected) {
    return new HandedRun(retryRejected, 0, 0, null);
  }

  /** Returns a sync that was not tried yet. */
  public static HandedRun sync(long acceptGone) {
    return new HandedRun(false, acceptGone, 0, null);
  }

  /** Returns the same run after one more failure. */
  HandedRun failed(String why) {
    return new HandedRun(retryRejected, acceptGone, failures + 1, why);
  }
}
