package dev.sluice.rehearsal.user;

import java.util.Set;

/**
 * All that the made-up users depend on: the same shape always makes the same users.
 *
 * @param users how many there are, 0 to 1,000,000,000
 * @param groups how many groups the pool has, 0 to 10,000
 * @param onlyOrdinary whether to leave out all the odd kinds
 * @param hostile in how many of 100 circles of four ordinary users three are hostile, 0 to 100; see
 *     {@link HostileKind}
 * @param oddities what the users have that no document has
 */
public record PoolShape(
    long seed,
    long users,
    String region,
    SignInBy signInBy,
    boolean caseSensitive,
    int groups,
    boolean onlyOrdinary,
    int hostile,
    Set<Oddity> oddities) {
  public PoolShape {
    oddities = Set.copyOf(oddities);
  }

  /** Makes the shape of a pool that is as the documents say. */
  public PoolShape(
      long seed,
      long users,
      String region,
      SignInBy signInBy,
      boolean caseSensitive,
      int groups,
      boolean onlyOrdinary) {
    this(seed, users, region, signInBy, caseSensitive, groups, onlyOrdinary, 0, Set.of());
  }
}
