package dev.sluice.migration.verify;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.compare.SeenUsers;
import dev.sluice.migration.run.TargetReading;
import dev.sluice.migration.verify.Disagreement.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks users whom the source did not list: users whom the ledger knows, and users whom the target
 * has.
 */
final class BeyondTheSource {
  private static final int AT_ONCE = 500;
  private static final String THERE = "at the target";
  private static final String NOT_THERE = "not at the target";

  private final TargetReading target;
  private final Ledger ledger;
  private final PoolScans scans;
  private final SeenUsers seen;
  private final VerificationCounts counts;

  BeyondTheSource(
      TargetReading target,
      Ledger ledger,
      PoolScans scans,
      SeenUsers seen,
      VerificationCounts counts) {
    this.target = target;
    this.ledger = ledger;
    this.scans = scans;
    this.seen = seen;
    this.counts = counts;
  }

  void verify() throws InterruptedException {
    List<Remembered> some = scans.present(0, AT_ONCE);
    while (!some.isEmpty()) {
      known(some.stream().filter(user -> !seen.has(user.number())).toList());
      some = scans.present(some.getLast().number(), AT_ONCE);
    }
    List<UserId> awaiting = target.awaiting(Optional.empty());
    while (!awaiting.isEmpty()) {
      unexpected(awaiting);
      awaiting = target.awaiting(Optional.of(awaiting.getLast()));
    }
  }

  private void known(List<Remembered> users) throws InterruptedException {
    Map<UserId, StoredUser> there = target.read(users.stream().map(Remembered::id).toList());
    for (Remembered user : users) {
      StoredUser found = there.get(user.id());
      kind(user.state(), found)
          .ifPresent(kind ->
              counts.user(
                  List.of(
                      new Disagreement(
                          user.id(),
                          user.username(),
                          user.state(),
                          kind,
                          "user",
                          kind == Kind.MISSING ? THERE : "no longer in the pool",
                          found == null ? NOT_THERE : THERE,
                          kind != Kind.MISSING))));
    }
  }

  private static Optional<Kind> kind(MigrationState state, @Nullable StoredUser found) {
    boolean atTarget = state == MigrationState.IMPORTED || state == MigrationState.MIGRATED;
    if (found == null) {
      return atTarget ? Optional.of(Kind.MISSING) : Optional.empty();
    }
    boolean moved = state == MigrationState.MIGRATED || !found.awaitsFirstLogin();
    return Optional.of(moved ? Kind.DRIFT : Kind.NOT_IN_SOURCE);
  }

  private void unexpected(List<UserId> awaiting) throws InterruptedException {
    Map<UserId, LedgerEntry> entries = ledger.entries(awaiting);
    List<UserId> unknown = awaiting.stream().filter(id -> isUnexpected(entries.get(id))).toList();
    for (StoredUser user : target.read(unknown).values()) {
      LedgerEntry entry = entries.get(user.id());
      if (user.awaitsFirstLogin()) {
        counts.user(
            List.of(
                new Disagreement(
                    user.id(),
                    user.username(),
                    entry == null ? null : entry.state(),
                    Kind.UNEXPECTED,
                    "user",
                    entry == null ? "not known to the ledger" : NOT_THERE,
                    THERE + ", and awaits the first login",
                    false)));
      }
    }
  }

  /**
   * Returns whether the user is unexpected. Users in other states were checked with the source, or
   * just now.
   */
  private static boolean isUnexpected(@Nullable LedgerEntry entry) {
    return entry == null || entry.state() == MigrationState.GONE;
  }
}
