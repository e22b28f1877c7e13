package dev.sluice.migration.ledger.jdbc;

import static dev.sluice.api.ledger.MigrationState.DISCOVERED;
import static dev.sluice.api.ledger.MigrationState.GONE;
import static dev.sluice.api.ledger.MigrationState.IMPORTED;
import static dev.sluice.api.ledger.MigrationState.LEFT;
import static dev.sluice.api.ledger.MigrationState.MERGED;
import static dev.sluice.api.ledger.MigrationState.MIGRATED;
import static dev.sluice.api.ledger.MigrationState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.api.ledger.AllowedTransitions;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks how one user changes its state, and what the history then says, in every database. */
public abstract class TransitionsContract extends OpenedLedger {

  static Stream<Arguments> everyChange() {
    return Stream.of(MigrationState.values())
        .flatMap(from -> Stream.of(MigrationState.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyChange")
  void a_change_is_made_when_it_is_legal_and_otherwise_changes_nothing(
      MigrationState from, MigrationState to) {
    ledger.see("bulk", List.of(mira()));
    if (from != DISCOVERED) {
      assertThat(ledger.move("bulk", change(MIRA, from))).isTrue();
    }
    LedgerEntry before = ledger.find(MIRA).orElseThrow();
    int events = ledger.history(MIRA).size();
    now = START.plusSeconds(5);

    boolean made = ledger.move("gateway", change(MIRA, to));

    assertThat(made).isEqualTo(AllowedTransitions.allows(from, to));
    LedgerEntry after = ledger.find(MIRA).orElseThrow();
    if (made) {
      assertThat(after.state()).isEqualTo(to);
      assertThat(after.since()).isEqualTo(now);
      assertThat(after.why()).isEqualTo(change(MIRA, to).why());
      assertThat(after.by()).isEqualTo(change(MIRA, to).by());
    } else {
      assertThat(after).isEqualTo(before);
    }
    assertThat(ledger.history(MIRA)).hasSize(made ? events + 1 : events);
    assertThat(ledger.tally().states()).isEqualTo(Map.of(after.state(), 1L));
  }

  @Test
  void an_unknown_user_cannot_move() {
    assertThat(ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD))).isFalse();
    assertThat(ledger.find(MIRA)).isEmpty();
  }

  @Test
  void a_forced_user_that_sets_a_password_is_recorded_as_moved_by_reset() {
    ledger.see("bulk", List.of(mira()));
    ledger.move("bulk", Change.migrated(MIRA, MovedBy.FORCED));
    now = START.plusSeconds(86_400);

    assertThat(ledger.move("gateway", Change.migrated(MIRA, MovedBy.RESET))).isTrue();

    assertThat(ledger.find(MIRA).map(LedgerEntry::by)).contains(MovedBy.RESET);
    assertThat(ledger.find(MIRA).map(LedgerEntry::since)).contains(START);
    assertThat(ledger.tally().by()).isEqualTo(Map.of(MovedBy.RESET, 1L));
    assertThat(ledger.move("gateway", Change.migrated(MIRA, MovedBy.RESET))).isFalse();
    assertThat(ledger.move("gateway", Change.migrated(MIRA, MovedBy.FORCED))).isFalse();
    assertThat(ledger.history(MIRA)).hasSize(3);
  }

  @Test
  void the_history_lists_each_change_with_its_actor_and_reason_in_order() {
    ledger.see("bulk", List.of(mira()));
    now = START.plusMillis(1);
    ledger.move("bulk", Change.rejected(MIRA, "Has no email \uD83D\uDE00 'quoted\""));
    now = START.plusMillis(2);
    ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD));

    assertThat(ledger.history(MIRA))
        .extracting(
            LedgerEvent::at,
            LedgerEvent::who,
            LedgerEvent::from,
            LedgerEvent::to,
            LedgerEvent::by,
            LedgerEvent::why)
        .containsExactly(
            tuple(START, "bulk", null, DISCOVERED, null, null),
            tuple(
                START.plusMillis(1),
                "bulk",
                DISCOVERED,
                REJECTED,
                null,
                "Has no email \uD83D\uDE00 'quoted\""),
            tuple(START.plusMillis(2), "gateway", REJECTED, MIGRATED, MovedBy.PASSWORD, null));
    assertThat(ledger.history(MIRA)).extracting(LedgerEvent::number).isSorted();
    assertThat(ledger.history(OLAF)).isEmpty();
  }

  @Test
  void exactly_one_of_many_concurrent_moves_of_a_user_succeeds() throws Exception {
    ledger.see("bulk", List.of(mira()));

    List<Boolean> won =
        atOnce(
            IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i ->
                    () ->
                        ledger.move(
                            "gateway-" + i,
                            i % 2 == 0
                                ? Change.migrated(MIRA, MovedBy.PASSWORD)
                                : Change.gone(MIRA)))
                .toList());

    assertThat(won).containsOnlyOnce(true);
    assertThat(ledger.history(MIRA)).hasSize(2);
    assertThat(ledger.tally().total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(MigrationState.class)
  void only_who_has_moved_or_is_gone_can_be_taken_back(MigrationState from) {
    ledger.see("bulk", List.of(mira()));
    if (from != DISCOVERED) {
      ledger.move("bulk", change(MIRA, from));
    }
    boolean over = from == MIGRATED || from == GONE;

    assertThat(ledger.takeBack("repair", List.of(Change.imported(MIRA), Change.imported(OLAF))))
        .isEqualTo(over ? Set.of(MIRA) : Set.of());

    assertThat(ledger.find(MIRA).orElseThrow())
        .satisfies(entry -> {
          assertThat(entry.state()).isEqualTo(over ? IMPORTED : from);
          assertThat(over && entry.by() != null).isFalse();
        });
    assertThat(ledger.tally().states()).isEqualTo(Map.of(over ? IMPORTED : from, 1L));
    if (over) {
      assertThat(ledger.history(MIRA).getLast())
          .extracting(LedgerEvent::who, LedgerEvent::from, LedgerEvent::to)
          .containsExactly("repair", from, IMPORTED);
    }
  }

  private static Change change(UserId id, MigrationState to) {
    @Nullable MovedBy by = to == MIGRATED ? MovedBy.PASSWORD : null;
    @Nullable String why = to == REJECTED || to == LEFT || to == MERGED ? "Because of " + to : null;
    return new Change(id, to, by, why);
  }
}
