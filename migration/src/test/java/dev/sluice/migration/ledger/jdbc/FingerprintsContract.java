package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks which fingerprints are remembered from one pool scan to the next, in every database. */
public abstract class FingerprintsContract extends ScannedPool {
  private static final Fingerprint FIRST = new Fingerprint(-8_111_222_333_444_555_666L);

  @Test
  void the_fingerprint_given_to_the_target_is_remembered() {
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
  void a_change_without_a_fingerprint_keeps_the_remembered_one() {
    ledger.see("bulk", List.of(mira()));
    ledger.settle("bulk", List.of(Change.imported(MIRA).as(FIRST)), Optional.empty());

    ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD));

    assertThat(remembered(MIRA)).isEqualTo(FIRST);
  }

  @Test
  void a_claimed_user_has_no_remembered_fingerprint_until_it_is_settled() {
    ledger.see("bulk", List.of(mira()));
    settle(scan("sync-1"), seen(MIRA, FIRST));

    ledger.claim("bulk-1", List.of(mira()));

    assertThat(remembered(MIRA)).isNull();
  }

  private @Nullable Fingerprint remembered(UserId id) {
    return store.scans().remembered(List.of(id)).values().iterator().next().fingerprint();
  }
}
