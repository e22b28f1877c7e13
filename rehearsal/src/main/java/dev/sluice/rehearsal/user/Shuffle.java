package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;

/** An order of the numbers from 0 to below a size that looks random and needs no memory. */
record Shuffle(long seed, long size) {

  private static final int ROUNDS = 4;

  /** Returns the number at the position; each number is at exactly one. */
  long at(long position) {
    long value = position;
    do {
      value = permuted(value);
    } while (value >= size);
    return value;
  }

  /**
   * Applies a Feistel network over the next even number of bits; the caller repeats until the
   * result fits.
   */
  private long permuted(long value) {
    int half = halfBits();
    long mask = (1L << half) - 1;
    long left = value >>> half;
    long right = value & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (new Draw(seed + round, right).bits(Topic.SHUFFLE) & mask);
      left = right;
      right = next;
    }
    return (left << half) | right;
  }

  private int halfBits() {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1));
    return Math.max(1, (bits + 1) / 2);
  }
}
