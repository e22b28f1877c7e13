package dev.sluice.migration.ledger.jdbc;

import static dev.sluice.api.ledger.MigrationState.DISCOVERED;
import static dev.sluice.api.ledger.MigrationState.IMPORTED;
import static dev.sluice.api.ledger.MigrationState.MIGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks how users are entered, found and listed, in every database. */
public abstract class EntriesContract extends OpenedLedger {

  @Test
  void a_seen_user_is_discovered_and_found_by_its_id() {
    ledger.see("bulk", List.of(mira()));

    assertThat(ledger.find(MIRA))
        .contains(
            new LedgerEntry(
                MIRA, "Mira.K", "mira@example.org", "+4915550001", DISCOVERED, null, null, START));
    assertThat(ledger.find(OLAF)).isEmpty();
  }

  @Test
  void many_users_are_found_at_once_and_unknown_ones_are_absent() {
    ledger.see("bulk", List.of(mira()));
    ledger.move("bulk", Change.migrated(MIRA, MovedBy.FEDERATED));

    assertThat(ledger.entries(List.of(OLAF, MIRA)))
        .containsExactly(Map.entry(MIRA, ledger.find(MIRA).orElseThrow()));
    assertThat(ledger.entries(List.of())).isEmpty();
  }

  @Test
  void seeing_a_user_again_updates_its_identifiers_and_nothing_else() {
    ledger.see("bulk", List.of(mira()));
    ledger.move("bulk", Change.imported(MIRA));
    now = START.plusSeconds(60);

    ledger.see("sync", List.of(new UserIdentifiers(MIRA, "Mira.K", "new@example.org", null)));

    assertThat(ledger.find(MIRA))
        .contains(
            new LedgerEntry(MIRA, "Mira.K", "new@example.org", null, IMPORTED, null, null, START));
    assertThat(ledger.findByLogin("mira@example.org")).isEmpty();
    assertThat(ledger.findByLogin("+4915550001")).isEmpty();
    assertThat(ids(ledger.findByLogin("new@example.org"))).containsExactly(MIRA);
    assertThat(ledger.history(MIRA)).hasSize(2);
  }

  @Test
  void a_user_twice_in_one_batch_is_kept_once_with_its_last_identifiers() {
    ledger.see("bulk", List.of(mira(), new UserIdentifiers(MIRA, "later", null, null)));

    assertThat(ledger.find(MIRA)).map(LedgerEntry::username).contains("later");
    assertThat(ledger.tally().total()).isEqualTo(1);
    assertThat(ledger.history(MIRA)).hasSize(1);
  }

  @Test
  void users_of_a_state_are_listed_page_by_page() {
    List<UserIdentifiers> people = IntStream.range(0, 7).mapToObj(OpenedLedger::person).toList();
    people.forEach(user -> ledger.see("bulk", List.of(user)));
    ledger.move("bulk", Change.imported(people.get(3).id()));

    List<UserId> first = ids(ledger.list(DISCOVERED, Optional.empty(), 4));
    List<UserId> second = ids(ledger.list(DISCOVERED, Optional.of(first.getLast()), 4));

    assertThat(first).hasSize(4);
    assertThat(Stream.concat(first.stream(), second.stream()))
        .containsExactlyElementsOf(
            people.stream()
                .map(UserIdentifiers::id)
                .filter(id -> !id.equals(people.get(3).id()))
                .toList());
    assertThat(ledger.list(DISCOVERED, Optional.of(second.getLast()), 4)).isEmpty();
  }

  @Test
  void every_entry_is_there_after_the_ledger_is_opened_again() {
    ledger.see("bulk", List.of(mira()));
    ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD));
    reopen();

    assertThat(ledger.find(MIRA).map(LedgerEntry::by)).contains(MovedBy.PASSWORD);
    try (LedgerStore reader = LedgerStore.openToRead(url())) {
      assertThat(reader.ledger().tally().in(MIGRATED)).isEqualTo(1);
      assertThat(ids(reader.ledger().findByLogin("MIRA.k"))).containsExactly(MIRA);
    }
  }
}
