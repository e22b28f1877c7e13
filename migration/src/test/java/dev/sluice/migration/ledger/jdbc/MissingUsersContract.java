package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.user.Fingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks which users a pool scan reports as missing, in every database. */
public abstract class MissingUsersContract extends ScannedPool {
  private static final Fingerprint FIRST = new Fingerprint(-8_111_222_333_444_555_666L);

  @Test
  void unseen_users_are_missing_in_the_order_in_which_they_became_known() {
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
  void a_user_seen_by_the_pool_scan_before_is_missing_from_the_next() {
    ledger.see("bulk", List.of(mira()));
    PoolScan first = scan("sync-1");
    settle(first, seen(MIRA, FIRST));
    assertThat(store.scans().missing(first)).isZero();

    PoolScan second = scan("sync-2");

    assertThat(store.scans().missing(second)).isEqualTo(1);
    assertThat(store.scans().anySeen(second)).isEmpty();
  }

  @Test
  void a_user_that_came_after_the_pool_scan_began_is_not_missing() {
    ledger.see("bulk", List.of(mira()));
    PoolScan scan = scan("sync-1");
    ledger.see("gateway", List.of(olaf()));

    assertThat(store.scans().missing(scan, 0, 9)).extracting(Remembered::id).containsExactly(MIRA);
  }

  @Test
  void a_merged_user_is_neither_missing_nor_present() {
    ledger.see("bulk", List.of(mira(), olaf()));
    ledger.move("bulk", Change.merged(MIRA, "One person with somebody."));
    PoolScan scan = scan("sync-1");

    assertThat(store.scans().missing(scan)).isEqualTo(1);
    assertThat(store.scans().missing(scan, 0, 9)).extracting(Remembered::id).containsExactly(OLAF);
    assertThat(store.scans().present(0, 9)).extracting(Remembered::id).containsExactly(OLAF);
  }

  @Test
  void a_user_that_is_gone_is_neither_missing_nor_present() {
    ledger.see("bulk", List.of(mira(), olaf()));
    ledger.move("gateway", Change.gone(MIRA));
    PoolScan scan = scan("sync-1");

    assertThat(store.scans().missing(scan)).isEqualTo(1);
    assertThat(store.scans().present(0, 9)).extracting(Remembered::id).containsExactly(OLAF);
  }
}
