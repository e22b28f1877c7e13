package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a ledger remembers from one look at the pool to the next, in every database. */
public abstract class PoolScansContract extends OpenedLedger {
  private static final Fingerprint FIRST = new Fingerprint(-8_111_222_333_444_555_666L);
  private static final Fingerprint SECOND = new Fingerprint(77L);

  @Test
  void a_run_has_one_look_and_the_next_run_another() {
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
  void what_the_target_was_given_is_remembered() {
    ledger.claim("bulk-1", List.of(mira(), olaf()));
    ledger.settle(
        "bulk", List.of(Change.imported(MIRA).as(FIRST), Change.imported(OLAF)), Optional.empty());

    assertThat(remembered(MIRA)).isEqualTo(FIRST);
    assertThat(remembered(OLAF)).isNull();
    assertThat(store.scans().remembered(List.of(MIRA, person(1).id())))
        .containsOnlyKeys(MIRA)
        .hasEntrySatisfying(
            MIRA,
            user -> {
              assertThat(user.username()).isEqualTo("Mira.K");
              assertThat(user.state()).isEqualTo(MigrationState.IMPORTED);
            });
  }

  @Test
  void a_change_that_knows_nothing_of_the_looks_keeps_what_is_remembered() {
    ledger.see("bulk", List.of(mira()));
    ledger.settle("bulk", List.of(Change.imported(MIRA).as(FIRST)), Optional.empty());

    ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD));

    assertThat(remembered(MIRA)).isEqualTo(FIRST);
  }

  @Test
  void a_claimed_user_is_not_known_by_its_looks_until_it_is_settled() {
    ledger.see("bulk", List.of(mira()));
    settle(scan("sync-1"), seen(MIRA, FIRST));

    ledger.claim("bulk-1", List.of(mira()));

    assertThat(remembered(MIRA)).isNull();
  }

  @Test
  void who_was_not_seen_is_missing_in_the_order_of_being_known() {
    ledger.see("bulk", List.of(olaf()));
    ledger.see("bulk", List.of(mira()));
    ledger.see("bulk", List.of(person(3)));
    PoolScan scan = scan("sync-1");
    settle(scan, seen(MIRA, FIRST));

    assertThat(store.scans().missing(scan)).isEqualTo(2);
    List<Remembered> first = store.scans().missing(scan, 0, 1);
    assertThat(first).extracting(Remembered::id).containsExactly(OLAF);
    assertThat(store.scans().missing(scan, first.getFirst().number(), 9))
        .extracting(Remembered::id)
        .containsExactly(person(3).id());
    assertThat(store.scans().anySeen(scan)).contains(MIRA);
  }

  @Test
  void who_was_seen_by_the_look_before_is_missing_from_the_next() {
    ledger.see("bulk", List.of(mira()));
    PoolScan first = scan("sync-1");
    settle(first, seen(MIRA, FIRST));
    assertThat(store.scans().missing(first)).isZero();

    PoolScan second = scan("sync-2");

    assertThat(store.scans().missing(second)).isEqualTo(1);
    assertThat(store.scans().anySeen(second)).isEmpty();
  }

  @Test
  void who_came_after_the_look_began_is_not_missing() {
    ledger.see("bulk", List.of(mira()));
    PoolScan scan = scan("sync-1");
    ledger.see("gateway", List.of(olaf()));

    assertThat(store.scans().missing(scan, 0, 9)).extracting(Remembered::id).containsExactly(MIRA);
  }

  @Test
  void who_is_merged_is_neither_missing_nor_present() {
    ledger.see("bulk", List.of(mira(), olaf()));
    ledger.move("bulk", Change.merged(MIRA, "One person with somebody."));
    PoolScan scan = scan("sync-1");

    assertThat(store.scans().missing(scan)).isEqualTo(1);
    assertThat(store.scans().missing(scan, 0, 9)).extracting(Remembered::id).containsExactly(OLAF);
    assertThat(store.scans().present(0, 9)).extracting(Remembered::id).containsExactly(OLAF);
  }

  @Test
  void who_is_gone_is_neither_missing_nor_present() {
    ledger.see("bulk", List.of(mira(), olaf()));
    ledger.move("gateway", Change.gone(MIRA));
    PoolScan scan = scan("sync-1");

    assertThat(store.scans().missing(scan)).isEqualTo(1);
    assertThat(store.scans().present(0, 9)).extracting(Remembered::id).containsExactly(OLAF);
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
  void a_deletion_that_was_told_as_drift_is_not_told_again() {
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

  private PoolScan scan(String run) {
    return store.scans().open(run, "eu-north-1_Made");
  }

  private void settle(PoolScan scan, ScanBatch.Seen... seen) {
    store
        .scans()
        .settle(
            scan,
            "all",
            new ScanBatch(List.of(seen), List.of(), List.of(), Map.of()),
            Optional.empty());
  }

  private static ScanBatch.Seen seen(UserId id, Fingerprint fingerprint) {
    return new ScanBatch.Seen(id, fingerprint);
  }

  private @Nullable Fingerprint remembered(UserId id) {
    return store.scans().remembered(List.of(id)).values().iterator().next().fingerprint();
  }
}
