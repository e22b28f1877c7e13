package dev.sluice.api.pace;

/** Where paces come from: one for each kind of call that a source counts on its own. */
@FunctionalInterface
public interface Pacing {
  /** Paces of this process alone, for where there is no ledger that others could be at work on. */
  Pacing ALONE = (quota, most) -> new AdaptivePace(most);

  /**
   * The pace of one kind of call.
   *
   * @param quota the name of what the source counts
   * @param most calls a second that all who share this pace may make together; more than 0
   */
  Pace pace(String quota, double most);
}
