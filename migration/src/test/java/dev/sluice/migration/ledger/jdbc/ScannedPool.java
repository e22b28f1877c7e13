package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scans a made pool into an empty ledger. */
public abstract class ScannedPool extends OpenedLedger {

  final PoolScan scan(String run) {
    return store.scans().open(run, "eu-north-1_Made");
  }

  final void settle(PoolScan scan, ScanBatch.Seen... seen) {
    store
        .scans()
        .settle(
            scan,
            "all",
            new ScanBatch(List.of(seen), List.of(), List.of(), Map.of()),
            Optional.empty());
  }

  static ScanBatch.Seen seen(UserId id, Fingerprint fingerprint) {
    return new ScanBatch.Seen(id, fingerprint);
  }
}
