package dev.sluice.migration.bulk;

import java.util.concurrent.atomic.LongAdder;

/**
 * One of the rounds in which deferred users are decided. Users who yield an address to another come
 * after that one, so that the target never takes charge of the wrong one; if it refuses the other,
 * the address goes to the next. What depends on a user of the same round is decided in the next
 * one.
 */
final class Round {
  /** Users wait for others who wait for others, but hardly ever longer than this. */
  private static final int MOST = 6;

  private final int number;
  private final boolean isLast;
  private final LongAdder left = new LongAdder();
  private final LongAdder decided = new LongAdder();

  private Round(int number, boolean isLast) {
    this.number = number;
    this.isLast = isLast;
  }

  static Round first() {
    return new Round(1, false);
  }

  /** Returns the round after this one: the last, if this one has decided nothing. */
  Round next() {
    return new Round(number + 1, decided.sum() == 0 || number + 1 == MOST);
  }

  /** Returns the name under which progress is kept. */
  String text() {
    return isLast ? "last" : number == 1 ? "waiting" : "waiting" + number;
  }

  /** Returns whether users who need nothing are counted; in later rounds they have been. */
  boolean countsAll() {
    return number == 1;
  }

  /** Returns whether users are decided who could be left for another round. */
  boolean isLast() {
    return isLast;
  }

  /** Counts users who are left for the next round. */
  void leave(int users) {
    left.add(users);
  }

  /** Counts users who are decided. */
  void decide(int users) {
    decided.add(users);
  }

  boolean leavesNobody() {
    return left.sum() == 0;
  }
}
