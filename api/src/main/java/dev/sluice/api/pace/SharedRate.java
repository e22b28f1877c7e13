package dev.sluice.api.pace;

import java.time.Duration;

/**
 * The rate that all processes share, as it is stored. It halves when the source refuses calls and
 * is won back within a minute of answers, as {@link AdaptivePace} does it. All times are those of
 * the store, in microseconds.
 *
 * @param most calls a second
 * @param mostUntil until when nobody can raise {@code most}
 * @param part what is made of {@code most} now, from 1/32 to 1
 * @param nextFree when the next turn is
 * @param changed when the part was last raised or lowered
 * @param slowUntil until when calls that are refused do not slow it down further
 */
public record SharedRate(
    double most, long mostUntil, double part, long nextFree, long changed, long slowUntil) {
  /** No block of turns is longer, unless it is a single turn. */
  public static final Duration LONGEST_BLOCK = Duration.ofMillis(200);

  private static final long SECOND = 1_000_000;

  /** So long a process that has a lower limit than others counts after it has last asked. */
  private static final long LIMIT_HOLDS = 60 * SECOND;

  /** A next turn further away than this many turns and seconds: the clock was put back. */
  private static final long FARTHEST_TURN = 1000;

  private static final long FARTHEST = 60 * SECOND;

  private static final double SLOWEST = 1.0 / 32;
  private static final double RECOVERY_SECONDS = 60;

  /** A rate that nobody has used yet. */
  public static SharedRate fresh(double most, long now) {
    return new SharedRate(most, now + LIMIT_HOLDS, 1, now, now, now);
  }

  /** The next turns, and the rate as it is after them. */
  public Grant reserve(long now, int wanted) {
    long gap = gap();
    long first = Math.max(nextFree, now);
    if (first - now > FARTHEST + FARTHEST_TURN * gap) {
      first = now;
    }
    int turns = Math.clamp(LONGEST_BLOCK.toNanos() / 1000 / gap, 1, wanted);
    return new Grant(
        new Turns.Block(now, first, gap, turns),
        new SharedRate(most, mostUntil, part, first + turns * gap, changed, slowUntil));
  }

  /** The rate after somebody has asked whose settings allow so many calls a second. */
  public SharedRate allowed(double theirs, long now) {
    boolean forgotten = now > mostUntil || mostUntil - now > LIMIT_HOLDS;
    return theirs <= most || forgotten
        ? new SharedRate(theirs, now + LIMIT_HOLDS, part, nextFree, changed, slowUntil)
        : this;
  }

  /** The rate after calls were answered. */
  public SharedRate recovered(long now) {
    if (isSlowing(now) || part >= 1) {
      return this;
    }
    double seconds = Math.clamp((double) (now - changed) / SECOND, 0, 1);
    double more = Math.min(1, part + seconds / RECOVERY_SECONDS);
    return new SharedRate(most, mostUntil, more, nextFree, now, slowUntil);
  }

  /** The rate after a call was refused; all that are refused within a second slow it down once. */
  public SharedRate slowedDown(long now) {
    if (isSlowing(now)) {
      return this;
    }
    double less = Math.max(SLOWEST, part / 2);
    SharedRate slower = new SharedRate(most, mostUntil, less, nextFree, now, now + SECOND);
    return new SharedRate(
        most, mostUntil, less, Math.max(nextFree, now + slower.gap()), now, now + SECOND);
  }

  private boolean isSlowing(long now) {
    return now < slowUntil && slowUntil - now <= SECOND;
  }

  private long gap() {
    return (long) Math.ceil(SECOND / (most * part));
  }

  /** A block of turns, and the rate after it. */
  public record Grant(Turns.Block block, SharedRate after) {}
}
