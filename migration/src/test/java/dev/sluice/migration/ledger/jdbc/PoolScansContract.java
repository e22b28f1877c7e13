package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.user.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks what a pool scan records, in every database. */
public abstract class PoolScansContract extends ScannedPool {
  private static final Fingerprint FIRST = new Fingerprint(-8_111_222_333_444_555_666L);
  private static final Fingerprint SECOND = new Fingerprint(77L);

  @Test
  void a_run_has_one_pool_scan_and_the_next_run_has_another() {
    PoolScan scan = store.scans().open("sync-1", "eu-north-1_Made");
    now = START.plusSeconds(60);

    assertThat(store.scans().open("sync-1", "eu-north-1_Made")).isEqualTo(scan);
    assertThat(scan).isEqualTo(new PoolScan(1, "sync-1", "eu-north-1_Made", START, null));
    assertThat(store.scans().newest()).isEmpty();
    store.scans().finish(scan);
    assertThat(store.scans().newest())
        .contains(new PoolScan(1, "sync-1", "eu-north-1_Made", START, now));
    assertThat(scan("sync-2").number()).isEqualTo(2);
  }

  @Test
  void drift_is_in_the_history_and_leaves_the_state_as_it_is() {
    ledger.see("bulk", List.of(mira()));
    ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD));
    PoolScan scan = scan("sync-1");
    ScanBatch.Drift drift = new ScanBatch.Drift(MIRA, "Mira.K", "changed at the source", false);

    store
        .scans()
        .settle(
            scan,
            "sub-d",
            new ScanBatch(
                List.of(new ScanBatch.Seen(MIRA, SECOND)), List.of(), List.of(drift), Map.of()),
            Optional.empty());

    assertThat(store.scans().drift(scan, 9)).containsExactly(drift);
    assertThat(ledger.history(MIRA).getLast())
        .extracting(LedgerEvent::who, LedgerEvent::from, LedgerEvent::to, LedgerEvent::why)
        .containsExactly(
            "sync", MigrationState.MIGRATED, MigrationState.MIGRATED, "changed at the source");
    assertThat(ledger.tally().by(MovedBy.PASSWORD)).isEqualTo(1);
    assertThat(store.scans().drift(scan("sync-2"), 9)).isEmpty();
    store.seals().seal();
    assertThat(store.seals().problems()).isEmpty();
  }

  @Test
  void a_deletion_reported_as_drift_is_not_reported_again() {
    ledger.see("bulk", List.of(mira()));
    ledger.move("gateway", Change.migrated(MIRA, MovedBy.FEDERATED));
    ScanBatch.Drift deleted = new ScanBatch.Drift(MIRA, "Mira.K", "deleted at the source", true);
    PoolScan scan = scan("sync-1");
    store
        .scans()
        .settle(
            scan,
            "missing",
            new ScanBatch(List.of(), List.of(), List.of(deleted), Map.of()),
            Optional.empty());

    assertThat(store.scans().drift(scan, 9)).containsExactly(deleted);
    assertThat(store.scans().missing(scan("sync-2"))).isZero();
    assertThat(store.scans().present(0, 9)).isEmpty();
  }

  @Test
  void changes_findings_and_progress_are_recorded_together_and_findings_add_up() {
    ledger.see("bulk", List.of(mira(), olaf()));
    PoolScan scan = scan("sync-1");
    Progress progress = new Progress("sync-1", "sub-0", "token-5", false, 9);
    ScanBatch some =
        new ScanBatch(
            List.of(new ScanBatch.Seen(MIRA, FIRST)),
            List.of(Change.imported(MIRA), Change.gone(OLAF)),
            List.of(),
            Map.of(Finding.NEW, 3L, Finding.GONE, 0L));

    store.scans().settle(scan, "sub-0", some, Optional.of(progress));
    store.scans().settle(scan, "sub-1", some, Optional.empty());

    assertThat(ledger.find(MIRA).orElseThrow().state()).isEqualTo(MigrationState.IMPORTED);
    assertThat(ledger.find(OLAF).orElseThrow().state()).isEqualTo(MigrationState.GONE);
    assertThat(store.scans().findings(scan)).isEqualTo(Map.of(Finding.NEW, 6L));
    assertThat(store.runs().progress("sync-1", "sub-0")).contains(progress);
    assertThat(ledger.history(MIRA)).hasSize(2);
  }
}
