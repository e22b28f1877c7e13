package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Assumptions;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.UserIdentifiers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks how assumptions that a user has moved are kept, in every database. */
public abstract class AssumptionsContract extends OpenedLedger {
  private Assumptions assumptions;

  @BeforeEach
  final void see() {
    assumptions = store.assumptions();
    ledger.see("bulk", List.of(mira(), olaf()));
    ledger.move("bulk", Change.imported(MIRA));
  }

  @Test
  void an_assumption_stands_beside_the_state_and_outlives_a_restart() {
    now = START.plusSeconds(7);

    assertThat(assumptions.assume("gateway", MIRA)).isTrue();
    reopen();

    LedgerEntry mira = ledger.find(MIRA).orElseThrow();
    assertThat(mira.state()).isEqualTo(MigrationState.IMPORTED);
    assertThat(mira.since()).isEqualTo(START);
    assertThat(mira.assumed()).isEqualTo(now);
    assertThat(ledger.find(OLAF).orElseThrow().assumed()).isNull();
    assertThat(ledger.tally().in(MigrationState.IMPORTED)).isEqualTo(1);
    assertThat(lastEvent().why()).contains("assumed");
    assertThat(lastEvent().to()).isEqualTo(MigrationState.IMPORTED);
  }

  @Test
  void users_that_were_reported_longest_ago_come_first() {
    assumptions.assume("gateway", OLAF);
    now = START.plusSeconds(1);
    assumptions.assume("gateway", MIRA);
    assertThat(ids(assumptions.oldest(9))).containsExactly(OLAF, MIRA);
    now = START.plusSeconds(2);
    assumptions.assume("gateway", OLAF);

    assertThat(ids(assumptions.oldest(9))).containsExactly(MIRA, OLAF);
    assertThat(ids(assumptions.oldest(1))).containsExactly(MIRA);
    assertThat(assumptions.count()).isEqualTo(2);
  }

  @Test
  void a_user_that_has_moved_loses_its_assumption() {
    assumptions.assume("gateway", MIRA);

    assertThat(ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD))).isTrue();

    assertThat(ledger.find(MIRA).orElseThrow().assumed()).isNull();
    assertThat(assumptions.count()).isZero();
  }

  @Test
  void an_import_in_between_leaves_the_assumption() {
    assumptions.assume("gateway", OLAF);

    ledger.move("bulk", Change.imported(OLAF));

    assertThat(ledger.find(OLAF).orElseThrow().assumed()).isEqualTo(START);
  }

  @ParameterizedTest
  @EnumSource(
      value = MigrationState.class,
      names = {"MIGRATED", "GONE", "MERGED"})
  void a_user_that_can_no_longer_move_gets_no_assumption(MigrationState state) {
    ledger.move(
        "bulk",
        new Change(
            OLAF,
            state,
            state == MigrationState.MIGRATED ? MovedBy.RESET : null,
            state == MigrationState.MERGED ? "joined" : null));
    int events = ledger.history(OLAF).size();

    assertThat(assumptions.assume("gateway", OLAF)).isFalse();

    assertThat(assumptions.count()).isZero();
    assertThat(ledger.history(OLAF)).hasSize(events);
  }

  @Test
  void an_unknown_user_gets_no_assumption() {
    assertThat(assumptions.assume("gateway", person(1).id())).isFalse();
    assertThat(assumptions.drop("gateway", person(1).id(), now, "not there")).isFalse();
    assertThat(assumptions.remark("gateway", person(1).id(), "hello")).isFalse();
  }

  @Test
  void a_wrong_assumption_is_dropped_with_the_reason() {
    assumptions.assume("gateway", MIRA);
    now = START.plusSeconds(600);

    assertThat(assumptions.drop("gateway", MIRA, START, "not there")).isTrue();

    assertThat(ledger.find(MIRA).orElseThrow().assumed()).isNull();
    assertThat(lastEvent().why()).isEqualTo("not there");
    assertThat(assumptions.drop("gateway", MIRA, START, "not there")).isFalse();
  }

  @Test
  void an_assumption_that_was_renewed_meanwhile_stays() {
    assumptions.assume("gateway", MIRA);
    Instant looked = now;
    now = START.plusSeconds(600);
    assumptions.assume("gateway", MIRA);

    assertThat(assumptions.drop("gateway", MIRA, looked, "not there")).isFalse();

    assertThat(ledger.find(MIRA).orElseThrow().assumed()).isEqualTo(now);
  }

  @Test
  void a_remark_is_in_the_history_once_however_often_it_is_made() {
    assertThat(assumptions.remark("gateway", MIRA, "owes \u0000 something")).isTrue();
    assertThat(assumptions.remark("gateway", MIRA, "owes \u0000 something")).isFalse();
    int events = ledger.history(MIRA).size();

    assertThat(assumptions.remark("gateway", MIRA, "another")).isTrue();

    assertThat(ledger.history(MIRA)).hasSize(events + 1);
    assertThat(ledger.find(MIRA).orElseThrow().state()).isEqualTo(MigrationState.IMPORTED);
    store.seals().seal();
    assertThat(store.seals().problems()).isEmpty();
  }

  @Test
  void a_login_finds_the_assumption_too() {
    UserIdentifiers olaf = olaf();
    assumptions.assume("gateway", OLAF);

    assertThat(ledger.findByLogin(String.valueOf(olaf.email())))
        .extracting(LedgerEntry::assumed)
        .containsExactly(START);
  }

  private LedgerEvent lastEvent() {
    return ledger.history(MIRA).getLast();
  }
}
