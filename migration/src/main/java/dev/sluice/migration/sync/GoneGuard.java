package dev.sluice.migration.sync;

import java.util.Locale;
import java.util.Optional;

/** Keeps a mistake, such as a filter that returns nothing, from removing users. */
final class GoneGuard {
  private final SyncPolicy policy;
  private final long known;
  private final long accepted;

  /**
   * @param known how many users the ledger has who are not gone
   * @param accepted how many the operator has said may be gone
   */
  GoneGuard(SyncPolicy policy, long known, long accepted) {
    this.policy = policy;
    this.known = known;
    this.accepted = accepted;
  }

  /**
   * Returns why no user is removed when so many are missing; empty when the number is acceptable.
   */
  Optional<String> objection(long missing) {
    if (missing <= Math.max(policy.mayBeGone(known), accepted)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%,d of %,d users were not in the pool, more than the %,d that may be"
                + " (sync.gone-percent). No user was removed: user-pool-id may name another pool,"
                + " or reading by prefixes of sub may not reach all users (then set reading:"
                + " one-chain under source.cognito). If they really are deleted: sluice sync"
                + " --execute --accept-gone %d",
            missing,
            known,
            policy.mayBeGone(known),
            missing));
  }

  /** Returns why no user is removed when a user who is there cannot be looked up either. */
  static Optional<String> objection(boolean lookupsWork) {
    return lookupsWork
        ? Optional.empty()
        : Optional.of(
            "Some users were not in the pool, but a lookup of a user who is there finds no"
                + " one, or the pool was empty. Lookups therefore prove nothing, and no user was"
                + " removed. Check user-pool-id and the endpoint.");
  }
}
