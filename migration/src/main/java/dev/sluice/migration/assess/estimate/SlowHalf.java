package dev.sluice.migration.assess.estimate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the passwords move, at one share of active users.
 *
 * @param activeShare the share of users who can sign in that do so in a month, 0 to 1
 */
public record SlowHalf(double activeShare, List<Moved> after) {
  private static final int[] DAYS = {30, 60, 90};

  public SlowHalf {
    after = List.copyOf(after);
  }

  static SlowHalf of(double activeShare) {
    double share = Math.clamp(activeShare, 0, 1);
    return new SlowHalf(
        share, IntStream.of(DAYS).mapToObj(days -> Moved.after(days, share)).toList());
  }
}
