package dev.sluice.api.pace;

/** Supplies paces: one for each kind of call that a source counts on its own. */
@FunctionalInterface
public interface Pacing {
  /** Paces of this process alone, for use without a ledger that other processes could share. */
  Pacing ALONE = (quota, most) -> new AdaptivePace(most);

  /**
   * Returns the pace of one kind of call.
   *
   * @param quota the name of what the source counts
   * @param most calls a second that all users of this pace may make together; more than 0
   */
  Pace pace(String quota, double most);
}
