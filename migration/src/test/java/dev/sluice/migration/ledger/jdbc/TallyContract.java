package dev.sluice.migration.ledger.jdbc;

import static dev.sluice.api.ledger.MigrationState.DISCOVERED;
import static dev.sluice.api.ledger.MigrationState.GONE;
import static dev.sluice.api.ledger.MigrationState.IMPORTED;
import static dev.sluice.api.ledger.MigrationState.LEFT;
import static dev.sluice.api.ledger.MigrationState.MIGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.UserIdentifiers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checks how users and moves are counted, in every database. */
public abstract class TallyContract extends OpenedLedger {

  @Test
  void the_tally_counts_users_by_state_and_by_how_they_moved() {
    List<UserIdentifiers> people = IntStream.range(0, 9).mapToObj(OpenedLedger::person).toList();
    ledger.see("bulk", people);
    ledger.move("bulk", Change.imported(people.get(0).id()));
    ledger.move("bulk", Change.migrated(people.get(1).id(), MovedBy.PASSWORD));
    ledger.move("bulk", Change.migrated(people.get(2).id(), MovedBy.PASSWORD));
    ledger.move("bulk", Change.migrated(people.get(3).id(), MovedBy.FEDERATED));
    ledger.move("bulk", Change.gone(people.get(4).id()));
    ledger.move("bulk", Change.left(people.get(5).id(), "Asked to."));

    assertThat(ledger.tally().states())
        .isEqualTo(Map.of(DISCOVERED, 3L, IMPORTED, 1L, MIGRATED, 3L, GONE, 1L, LEFT, 1L));
    assertThat(ledger.tally().by()).isEqualTo(Map.of(MovedBy.PASSWORD, 2L, MovedBy.FEDERATED, 1L));
    assertThat(ledger.tally().total()).isEqualTo(9);
  }

  @Test
  void moves_since_a_time_are_counted_by_how_the_users_moved() {
    List<UserIdentifiers> people = IntStream.range(0, 4).mapToObj(OpenedLedger::person).toList();
    ledger.see("bulk", people);
    ledger.move("gateway", Change.migrated(people.get(0).id(), MovedBy.PASSWORD));
    now = START.plusSeconds(3600);
    ledger.move("gateway", Change.migrated(people.get(1).id(), MovedBy.PASSWORD));
    ledger.move("gateway", Change.migrated(people.get(2).id(), MovedBy.RESET));

    assertThat(ledger.movedSince(now)).isEqualTo(Map.of(MovedBy.PASSWORD, 1L, MovedBy.RESET, 1L));
    assertThat(ledger.movedSince(START)).isEqualTo(Map.of(MovedBy.PASSWORD, 2L, MovedBy.RESET, 1L));
    assertThat(ledger.movedSince(now.plusMillis(1))).isEmpty();
  }
}
