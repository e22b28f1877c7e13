package dev.sluice.migration.sync;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Brings users whom this sync has rejected once more. A user who was deleted and signed up again
 * with the same email address is refused as long as the target has the old user. Only the end of
 * the scan shows that the old user is gone.
 */
final class SecondTry {
  static final String PART = "second try";
  private static final int AT_ONCE = 200;

  private final UserSource source;
  private final Ledger ledger;
  private final SyncBatch batch;

  SecondTry(UserSource source, Ledger ledger, SyncBatch batch) {
    this.source = source;
    this.ledger = ledger;
    this.batch = batch;
  }

  void run(PoolScan scan) throws InterruptedException {
    List<LedgerEntry> some = List.of();
    do {
      Optional<UserId> after = some.isEmpty() ? Optional.empty() : Optional.of(some.getLast().id());
      some = ledger.list(MigrationState.REJECTED, after, AT_ONCE);
      batch.again(
          some.stream()
              .filter(entry -> !entry.since().isBefore(scan.started()))
              .flatMap(entry -> source.lookup(entry.id()).stream())
              .toList(),
          PART);
    } while (!some.isEmpty());
  }
}
