package dev.sluice.rehearsal.user;

/**
 * Some of the users, each {@code step}-th from the first, in a scrambled order.
 *
 * @param count how many there are
 */
public record Progression(long first, long step, long count, long seed) {

  /** No users. */
  public static final Progression EMPTY = new Progression(0, 1, 0, 0);

  static Progression below(long users, long first, long step, long seed) {
    return users <= first
        ? EMPTY
        : new Progression(first, step, (users - first + step - 1) / step, seed);
  }

  /** Returns the number of the user who stands at the position, 0 to below {@link #count()}. */
  public long at(long position) {
    return first + step * new Shuffle(seed, count).at(position);
  }
}
