package dev.sluice.migration.ledger.jdbc;

import static dev.sluice.api.ledger.MigrationState.MIGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checks how users are claimed by one run at a time, in every database. */
public abstract class ClaimsContract extends OpenedLedger {

  @Test
  void a_claimed_user_belongs_to_its_run_even_after_a_crash() {
    assertThat(ledger.claim("bulk-7", List.of(mira(), olaf())))
        .containsExactlyInAnyOrder(MIRA, OLAF);

    assertThat(ledger.claim("sync-3", List.of(mira(), olaf()))).isEmpty();
    reopen();
    assertThat(ledger.claim("bulk-7", List.of(mira(), olaf())))
        .containsExactlyInAnyOrder(MIRA, OLAF);
  }

  @Test
  void only_discovered_users_can_be_claimed() {
    ledger.see("gateway", List.of(mira(), olaf()));
    ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD));

    assertThat(ledger.claim("bulk-7", List.of(mira(), olaf()))).containsExactly(OLAF);
    assertThat(ledger.find(MIRA)).map(LedgerEntry::state).contains(MIGRATED);
  }

  @Test
  void settling_frees_users_from_their_claims() {
    ledger.claim("bulk-7", List.of(mira()));
    ledger.settle("bulk", List.of(Change.rejected(MIRA, "The target said no.")), Optional.empty());
    ledger.reopenRejected("owner");

    assertThat(ledger.claim("sync-3", List.of(mira()))).containsExactly(MIRA);
  }

  @Test
  void each_user_that_many_runs_claim_at_once_goes_to_one_of_them() throws Exception {
    List<UserIdentifiers> people = IntStream.range(0, 60).mapToObj(OpenedLedger::person).toList();

    List<Set<UserId>> claimed =
        atOnce(
            IntStream.range(0, 4)
                .<Callable<Set<UserId>>>mapToObj(i -> () -> ledger.claim("run-" + i, people))
                .toList());

    List<UserId> all = claimed.stream().flatMap(Set::stream).toList();
    assertThat(all).doesNotHaveDuplicates().hasSize(60);
  }
}
