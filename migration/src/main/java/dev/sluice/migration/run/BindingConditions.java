package dev.sluice.migration.run;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerBinding;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.target.Target;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reasons why a ledger is the wrong one for a pool or a target, each with what to do. A ledger
 * that is not bound yet fits any.
 */
public final class BindingConditions {
  /** How many users of each state are looked up at a target that is said to be the same. */
  private static final int LOOKED_FOR = 10;

  private BindingConditions() {}

  /** Returns why the pool differs from the ledger's; empty when it does not. */
  public static Optional<String> ofPool(LedgerBinding known, LedgerBinding named) {
    return known.pool() == null || known.pool().equals(named.pool())
        ? Optional.empty()
        : Optional.of(
            "The ledger belongs to user pool "
                + known.pool()
                + ", and sluice.yaml names "
                + named.pool()
                + ". A ledger serves one pool: correct user-pool-id, or name another ledger in"
                + " ledger.url.");
  }

  /** Returns why the target differs from the ledger's; empty when it does not. */
  public static Optional<String> ofTarget(LedgerBinding known, LedgerBinding named) {
    return known.target() == null || known.target().equals(named.target())
        ? Optional.empty()
        : Optional.of(
            "The ledger belongs to the target "
                + known.target()
                + ", and sluice.yaml names "
                + named.target()
                + ". A ledger serves one target, because it records which users are there:"
                + " correct target, or name another ledger in ledger.url to move all users"
                + " again. If it is the same target under another address, give"
                + " --accept-target once to sluice bulk, sync or serve.");
  }

  /**
   * Returns why a target cannot be the one that a ledger is bound to: users recorded in the ledger
   * are missing there. Some of them may have been deleted there; if more than half are missing, it
   * is another target. Empty when it can be the same.
   *
   * @throws dev.sluice.api.target.TargetException when the target cannot be read
   */
  public static Optional<String> ofUsers(Ledger ledger, Target target) {
    List<UserId> there =
        Stream.of(MigrationState.IMPORTED, MigrationState.MIGRATED)
            .flatMap(state -> ledger.list(state, Optional.empty(), LOOKED_FOR).stream())
            .map(LedgerEntry::id)
            .toList();
    List<UserId> missing = there.stream().filter(id -> target.find(id).isEmpty()).toList();
    return missing.size() * 2 <= there.size()
        ? Optional.empty()
        : Optional.of(
            "The target in sluice.yaml is not the ledger's: of %d users who are there according to the ledger, it lacks %d, such as %s. Correct target, or name another ledger in ledger.url."
                .formatted(there.size(), missing.size(), missing.getFirst()));
  }
}
