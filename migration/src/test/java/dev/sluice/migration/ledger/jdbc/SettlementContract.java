package dev.sluice.migration.ledger.jdbc;

import static dev.sluice.api.ledger.MigrationState.DISCOVERED;
import static dev.sluice.api.ledger.MigrationState.IMPORTED;
import static dev.sluice.api.ledger.MigrationState.MIGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checks how many users change their states in one batch, in every database. */
public abstract class SettlementContract extends OpenedLedger {

  @Test
  void settling_makes_the_legal_changes_and_leaves_out_the_others() {
    UserId stranger = new UserId("stranger");
    ledger.claim("bulk-7", List.of(mira(), olaf()));
    ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD));

    Set<UserId> changed =
        ledger.settle(
            "bulk",
            List.of(Change.imported(MIRA), Change.imported(OLAF), Change.imported(stranger)),
            Optional.of(new Progress("bulk-7", "shard 0", "token-1", false, 3)));

    assertThat(changed).containsExactly(OLAF);
    assertThat(ledger.find(MIRA)).map(LedgerEntry::by).contains(MovedBy.PASSWORD);
    assertThat(store.runs().progress("bulk-7", "shard 0"))
        .contains(new Progress("bulk-7", "shard 0", "token-1", false, 3));
  }

  @Test
  void settling_twice_changes_nothing_the_second_time() {
    ledger.claim("bulk-7", List.of(mira()));
    List<Change> changes = List.of(Change.imported(MIRA));

    assertThat(ledger.settle("bulk", changes, Optional.empty())).containsExactly(MIRA);
    assertThat(ledger.settle("bulk", changes, Optional.empty())).isEmpty();
    assertThat(ledger.history(MIRA)).hasSize(2);
  }

  @Test
  void two_changes_of_one_user_in_a_batch_are_made_one_after_the_other() {
    ledger.see("bulk", List.of(mira()));

    ledger.settle(
        "bulk",
        List.of(Change.imported(MIRA), Change.migrated(MIRA, MovedBy.FEDERATED)),
        Optional.empty());

    assertThat(ledger.history(MIRA))
        .extracting(LedgerEvent::to)
        .containsExactly(DISCOVERED, IMPORTED, MIGRATED);
    assertThat(ledger.tally().states()).isEqualTo(Map.of(MIGRATED, 1L));
  }

  @Test
  void only_rejected_users_are_reopened() {
    List<UserIdentifiers> people = IntStream.range(0, 1203).mapToObj(OpenedLedger::person).toList();
    ledger.see("bulk", people);
    ledger.settle(
        "bulk",
        people.stream().skip(1).map(user -> Change.rejected(user.id(), "Not today.")).toList(),
        Optional.empty());

    assertThat(ledger.reopenRejected("owner")).isEqualTo(1202);
    assertThat(ledger.reopenRejected("owner")).isZero();
    assertThat(ledger.tally().states()).isEqualTo(Map.of(DISCOVERED, 1203L));
    assertThat(ledger.find(people.getLast().id()).map(LedgerEntry::why)).isEmpty();
  }

  @Test
  void many_writers_of_the_same_users_in_any_order_neither_fail_nor_lose_anything()
      throws Exception {
    List<UserIdentifiers> people = IntStream.range(0, 120).mapToObj(OpenedLedger::person).toList();

    atOnce(
        IntStream.range(0, 6)
            .<Callable<Boolean>>mapToObj(i ->
                () -> {
                  List<UserIdentifiers> order = i % 2 == 0 ? people : people.reversed();
                  ledger.see("see-" + i, order);
                  ledger.settle(
                      "settle-" + i,
                      order.stream().map(user -> Change.imported(user.id())).toList(),
                      Optional.empty());
                  return true;
                })
            .toList());

    assertThat(ledger.tally().states()).isEqualTo(Map.of(IMPORTED, 120L));
    people.forEach(user -> assertThat(ledger.history(user.id())).hasSize(2));
  }
}
