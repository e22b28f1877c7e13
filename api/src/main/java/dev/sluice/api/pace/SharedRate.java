package dev.sluice.api.pace;

import java.time.Duration;

/**
 * The rate that all processes share, as it is stored. It halves when the source refuses calls and
 * recovers within a minute of answers, as in {@link AdaptivePace}. All times are those of the
 * store, in microseconds.
 *
 * @param most calls a second
 * @param mostUntil until when {@code most} cannot be raised
 * @param part the part of {@code most} that is used now, from 1/32 to 1
 * @param nextFree when the next turn is
 * @param changed when the part was last raised or lowered
 * @param slowUntil until when refused calls do not slow it down further
 */
public record SharedRate(
    double most, long mostUntil, double part, long nextFree, long changed, long slowUntil) {
  /** The longest block of turns, unless it is a single turn. */
  public static final Duration LONGEST_BLOCK = Duration.ofMillis(200);

  private static final long SECOND = 1_000_000;

  /** How long after its last request a process with a lower limit than others still counts. */
  private static final long LIMIT_HOLDS = 60 * SECOND;

  /**
   * A next turn further away than this many turns and seconds means that the clock was put back.
   */
  private static final long FARTHEST_TURN = 1000;

  private static final long FARTHEST = 60 * SECOND;

  private static final double SLOWEST = 1.0 / 32;
  private static final double RECOVERY_SECONDS = 60;

  /** Returns a rate that has not been used yet. */
  public static SharedRate fresh(double most, long now) {
    return new SharedRate(most, now + LIMIT_HOLDS, 1, now, now, now);
  }

  /** Reserves the next turns. */
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

  /**
   * Returns the rate after a request from a process whose settings allow this many calls a second.
   */
  public SharedRate allowed(double theirs, long now) {
    boolean forgotten = now > mostUntil || mostUntil - now > LIMIT_HOLDS;
    return theirs <= most || forgotten
        ? new SharedRate(theirs, now + LIMIT_HOLDS, part, nextFree, changed, slowUntil)
        : this;
  }

  /** Returns the rate after calls were answered. */
  public SharedRate recovered(long now) {
    if (isSlowing(now) || part >= 1) {
      return this;
    }
    double seconds = Math.clamp((double) (now - changed) / SECOND, 0, 1);
    double more = Math.min(1, part + seconds / RECOVERY_SECONDS);
    return new SharedRate(most, mostUntil, more, nextFree, now, slowUntil);
  }

  /**
   * Returns the rate after a call was refused; calls that are refused within one second slow it
   * down once.
   */
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
