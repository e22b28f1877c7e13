package dev.sluice.api.pace;

/**
 * Hands out turns to everybody who shares a quota, each turn once. Safe for use by many threads and
 * processes.
 *
 * <p>Throws a {@link RuntimeException} when it cannot be reached; then nobody has a turn.
 */
public interface Turns {

  /**
   * Reserves the next turns. Who reserves and never uses them has wasted them, so there are never
   * more in a block than fit into {@link SharedRate#LONGEST_BLOCK}.
   *
   * @param most calls a second that the caller's settings allow; the lowest of those who asked
   *     within the last minute holds for all
   * @param wanted at least 1
   * @param answered whether calls were answered since the last block, so that a rate that was
   *     slowed down may recover
   */
  Block reserve(String quota, double most, int wanted, boolean answered);

  /** Slows everybody down, for a call was refused because the source is asked too much. */
  void slowDown(String quota, double most);

  /**
   * Turns in a row.
   *
   * @param now the time of whoever hands out turns, in microseconds
   * @param first when the first turn is, in the same time; not before now
   * @param gap from one turn to the next, in microseconds
   * @param turns how many; at least 1
   */
  record Block(long now, long first, long gap, int turns) {

    /** Calls a second, as long as nobody slows down. */
    public double rate() {
      return 1_000_000.0 / gap;
    }
  }
}
