package dev.sluice.migration.run;

import java.util.BitSet;

/**
 * Users of the ledger who were seen, by their numbers: one bit a user, 5 MB for the largest pool
 * that Cognito allows.
 */
final class Seen {
  private final BitSet numbers = new BitSet();

  /** False when the user was seen before. */
  synchronized boolean add(long number) {
    boolean first = !numbers.get(Math.toIntExact(number));
    numbers.set(Math.toIntExact(number));
    return first;
  }

  synchronized boolean has(long number) {
    return numbers.get(Math.toIntExact(number));
  }
}
