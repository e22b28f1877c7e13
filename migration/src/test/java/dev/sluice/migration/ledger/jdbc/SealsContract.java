package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.Seals;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tampering with the history shows, in every database. */
public abstract class SealsContract extends OpenedLedger {

  /** What a database's owner would have to do to change the history. */
  protected abstract List<String> dropProtection();

  @Test
  void an_empty_history_needs_no_seal_and_has_no_problems() {
    assertThat(store.seals().seal()).isEmpty();
    assertThat(store.seals().problems()).isEmpty();
  }

  @Test
  void a_seal_covers_what_was_written_since_the_last_one() {
    ledger.see("bulk", List.of(mira(), olaf()));
    Seals.Seal first = store.seals().seal().orElseThrow();
    assertThat(store.seals().seal()).isEmpty();
    ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD));
    now = START.plusSeconds(9);
    Seals.Seal second = store.seals().seal().orElseThrow();

    assertThat(first.events()).isEqualTo(2);
    assertThat(first.hash()).matches("[0-9a-f]{64}");
    assertThat(second.number()).isEqualTo(first.number() + 1);
    assertThat(second.events()).isEqualTo(1);
    assertThat(second.at()).isEqualTo(now);
    assertThat(second.hash()).isNotEqualTo(first.hash());
    assertThat(store.seals().problems()).isEmpty();
  }

  @Test
  void a_long_history_is_sealed_whole() {
    for (int i = 0; i < 6; i++) {
      ledger.see(
          "bulk",
          IntStream.range(i * 2000, i * 2000 + 2000).mapToObj(OpenedLedger::person).toList());
    }

    assertThat(store.seals().seal().orElseThrow().events()).isEqualTo(12_000);
    assertThat(store.seals().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update events set who = 'nobody' where number = 4",
        "update events set at = at + 1 where number = 4",
        "update events set moved_by = 'R' where number = 4",
        "update events set why = '' where number = 4",
        "update events set user_number = 2 where number = 4",
        "update users set id = 'someone else' where number = 2",
      })
  void an_event_that_was_changed_shows(String tampering) throws SQLException {
    sealThreeTimes();

    tamper(tampering);

    assertThat(store.seals().problems())
        .anySatisfy(problem -> assertThat(problem).contains("was changed"));
  }

  @Test
  void the_seal_that_does_not_fit_is_named_and_no_other() throws SQLException {
    sealThreeTimes();

    tamper("update events set who = 'nobody' where number = 4");

    assertThat(store.seals().problems())
        .containsExactly(
            "Seal 2, over events 3 to 4: an event, or the id of its user, was changed.");
  }

  @Test
  void an_event_that_was_removed_shows() throws SQLException {
    sealThreeTimes();

    tamper("delete from events where number = 3");

    assertThat(store.seals().problems())
        .containsExactly("Seal 2, over events 3 to 4: 1 events were removed.");
  }

  @Test
  void an_event_that_was_added_shows() throws SQLException {
    sealThreeTimes();

    tamper("delete from events where number = 5", addedEvent(5), addedEvent(-7));

    assertThat(store.seals().problems())
        .containsExactly(
            "Seal 1, over events 1 to 2: 1 events were added.",
            "Seal 3, over events 5 to 5: an event, or the id of its user, was changed.");
  }

  @Test
  void a_seal_that_was_changed_or_removed_shows() throws SQLException {
    sealThreeTimes();

    tamper("update seals set at = at + 1 where number = 3", "delete from seals where number = 1");

    assertThat(store.seals().problems())
        .contains("Seal 1 is missing.")
        .anySatisfy(
            problem -> assertThat(problem).startsWith("Seal 3 does not follow from seal 2"));
  }

  @Test
  void the_database_itself_refuses_to_change_or_remove_events_and_seals() {
    sealThreeTimes();

    for (String change :
        List.of(
            "update events set who = 'nobody'",
            "delete from events",
            "update seals set at = 0",
            "delete from seals")) {
      assertThatThrownBy(() -> execute(List.of(change))).hasMessageContaining("append-only");
    }
    assertThat(store.seals().problems()).isEmpty();
  }

  @Test
  void seals_made_while_many_write_and_others_seal_fit_in_the_end() throws Exception {
    atOnce(
        IntStream.range(0, 6)
            .<Callable<Boolean>>mapToObj(i -> () -> i < 4 ? writeSome(i) : sealSome())
            .toList());
    store.seals().seal();

    assertThat(store.seals().problems()).isEmpty();
    assertThat(ledger.tally().total()).isEqualTo(4 * 30);
  }

  private boolean writeSome(int writer) {
    for (int i = 0; i < 30; i++) {
      ledger.see("writer", List.of(person(writer * 1000 + i)));
    }
    return true;
  }

  private boolean sealSome() {
    for (int i = 0; i < 8; i++) {
      store.seals().seal();
    }
    return true;
  }

  /** Events 1 and 2, 3 and 4, 5. */
  private void sealThreeTimes() {
    ledger.see("bulk", List.of(mira(), olaf()));
    store.seals().seal();
    ledger.move("gateway", Change.imported(MIRA));
    ledger.move("gateway", Change.migrated(OLAF, MovedBy.PASSWORD));
    store.seals().seal();
    ledger.move("gateway", Change.gone(MIRA));
    store.seals().seal();
    assertThat(store.seals().problems()).isEmpty();
  }

  private void tamper(String... changes) throws SQLException {
    execute(dropProtection());
    execute(List.of(changes));
  }

  /** Adds an event with a number of its own choice. */
  protected String addedEvent(long number) {
    return "insert into events (number, at, who, user_number, to_state) values ("
        + number
        + ", 1, 'nobody', 1, 'D')";
  }

  final void execute(List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
