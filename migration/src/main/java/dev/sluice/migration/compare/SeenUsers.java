package dev.sluice.migration.compare;

import java.util.BitSet;

/**
 * Users of the ledger who were seen, by their numbers: one bit a user, 5 MB for the largest pool
 * that Cognito allows.
 */
public final class SeenUsers {
  private final BitSet numbers = new BitSet();

  /** Adds a user; false when the user was seen before. */
  public synchronized boolean add(long number) {
    boolean first = !numbers.get(Math.toIntExact(number));
    numbers.set(Math.toIntExact(number));
    return first;
  }

  public synchronized boolean has(long number) {
    return numbers.get(Math.toIntExact(number));
  }
}
