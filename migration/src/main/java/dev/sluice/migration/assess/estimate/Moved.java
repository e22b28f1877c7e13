package dev.sluice.migration.assess.estimate;

/**
 * The share of users who will have logged in at least once, so that their passwords have moved.
 *
 * @param days since the first logins were opened
 * @param atLeast when the same people come every month, 0 to 1
 * @param atMost when each user is as likely to come as any other, 0 to 1
 */
public record Moved(int days, double atLeast, double atMost) {
  private static final int MONTH = 30;

  /** Returns what will have moved after this many days, at a share of active users from 0 to 1. */
  public static Moved after(int days, double activeShare) {
    double months = (double) days / MONTH;
    return new Moved(
        days, activeShare * Math.min(1, months), 1 - Math.pow(1 - activeShare, months));
  }
}
