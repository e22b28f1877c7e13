package dev.sluice.migration.run;

import java.util.Locale;
import java.util.Optional;

/** Compares the number of users read with the source's own estimate. */
public final class Estimate {
  /** Below this many users a difference is always attributed to the age of the estimate. */
  private static final long FEW = 10;

  private static final long PART = 20;

  /** In a large pool some users come and go while it is read. */
  private static final long SMALL_PART = 10_000;

  private Estimate() {}

  /**
   * Returns whether age does not explain the difference: the estimate may be hours old, so a
   * twentieth, or ten users, says nothing.
   */
  public static boolean disagrees(long read, long estimated) {
    return Math.abs(read - estimated) > Math.max(FEW, estimated / PART);
  }

  /**
   * Returns whether so many users are missing that those are worth looking for whom no shard holds.
   */
  public static boolean deservesSecondLook(long read, long estimated) {
    return estimated - read > estimated / SMALL_PART;
  }

  /** Returns that the pool is read a second time, and why. */
  public static String lookingAgain(long read, long estimated) {
    return format(
        "%,d users were read by the first digit of sub, but the pool estimates %,d: it is looked"
            + " through once more in one chain, for users whose sub begins with anything else.",
        read, estimated);
  }

  /**
   * Returns what to tell about a difference; empty where there is none.
   *
   * @param sharded whether the users were read in shards
   */
  public static Optional<String> difference(long read, long estimated, boolean sharded) {
    if (read == estimated) {
      return Optional.empty();
    }
    String remedy =
        !sharded
            ? "The estimate may be hours old."
            : read > estimated
                ? "The estimate may be hours old, or users have come meanwhile."
                : "The estimate may be hours old. If users are missing, set reading: one-chain under"
                    + " source.cognito in sluice.yaml and run again.";
    return Optional.of(
        format("%,d users were read, but the pool estimates %,d. ", read, estimated) + remedy);
  }

  private static String format(String pattern, long read, long estimated) {
    return String.format(Locale.ROOT, pattern, read, estimated);
  }
}
