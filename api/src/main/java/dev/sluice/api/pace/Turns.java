package dev.sluice.api.pace;

/**
 * Hands out turns to all processes that share a quota, each turn once. Safe for use by many threads
 * and processes.
 *
 * <p>Throws a {@link RuntimeException} when it cannot be reached; then no process has a turn.
 */
public interface Turns {

  /**
   * Reserves the next turns. Reserved turns that are never used are wasted, so a block never has
   * more than fit into {@link SharedRate#LONGEST_BLOCK}.
   *
   * @param most calls a second that the caller's settings allow; the lowest value requested within
   *     the last minute holds for all
   * @param wanted at least 1
   * @param answered whether calls were answered since the last block, so that a rate that was
   *     slowed down may recover
   */
  Block reserve(String quota, double most, int wanted, boolean answered);

  /** Slows all processes down, because a call was refused as one too many. */
  void slowDown(String quota, double most);

  /**
   * Turns in a row.
   *
   * @param now the current time of the store that hands out turns, in microseconds
   * @param first when the first turn is, in the same time; not before now
   * @param gap from one turn to the next, in microseconds
   * @param turns how many; at least 1
   */
  record Block(long now, long first, long gap, int turns) {

    /** Returns how many calls a second the turns allow, as long as nothing slows them down. */
    public double rate() {
      return 1_000_000.0 / gap;
    }
  }
}
