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
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.UnfinishedRun;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for a ledger in every database. */
public abstract class LedgerContract extends OpenedLedger {

  @Test
  void a_user_who_was_seen_is_discovered_and_found_by_its_id() {
    ledger.see("bulk", List.of(mira()));

    assertThat(ledger.find(MIRA))
        .contains(
            new LedgerEntry(
                MIRA, "Mira.K", "mira@example.org", "+4915550001", DISCOVERED, null, null, START));
    assertThat(ledger.find(OLAF)).isEmpty();
  }

  @Test
  void many_users_are_found_at_once_and_those_who_are_not_known_are_absent() {
    ledger.see("bulk", List.of(mira()));
    ledger.move("bulk", Change.migrated(MIRA, MovedBy.FEDERATED));

    assertThat(ledger.entries(List.of(OLAF, MIRA)))
        .containsExactly(Map.entry(MIRA, ledger.find(MIRA).orElseThrow()));
    assertThat(ledger.entries(List.of())).isEmpty();
  }

  @Test
  void seeing_a_user_again_updates_its_logins_and_nothing_else() {
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
  void a_user_twice_in_one_batch_is_kept_once_as_seen_last() {
    ledger.see("bulk", List.of(mira(), new UserIdentifiers(MIRA, "later", null, null)));

    assertThat(ledger.find(MIRA)).map(LedgerEntry::username).contains("later");
    assertThat(ledger.tally().total()).isEqualTo(1);
    assertThat(ledger.history(MIRA)).hasSize(1);
  }

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
  void a_user_who_is_not_known_cannot_move() {
    assertThat(ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD))).isFalse();
    assertThat(ledger.find(MIRA)).isEmpty();
  }

  @Test
  void who_was_moved_by_force_and_has_set_a_password_is_on_record_with_that() {
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
  void the_history_tells_who_did_what_and_why_in_order() {
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
  void of_many_who_move_one_user_at_once_exactly_one_wins() throws Exception {
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

  @Test
  void a_claimed_user_belongs_to_its_run_also_after_a_crash() {
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
  void of_many_runs_that_claim_the_same_users_each_user_goes_to_one() throws Exception {
    List<UserIdentifiers> people = IntStream.range(0, 60).mapToObj(OpenedLedger::person).toList();

    List<Set<UserId>> claimed =
        atOnce(
            IntStream.range(0, 4)
                .<Callable<Set<UserId>>>mapToObj(i -> () -> ledger.claim("run-" + i, people))
                .toList());

    List<UserId> all = claimed.stream().flatMap(Set::stream).toList();
    assertThat(all).doesNotHaveDuplicates().hasSize(60);
  }

  @Test
  void an_unfinished_run_can_be_asked_about_until_it_ends() {
    RunLog runs = store.runs();
    assertThat(runs.unfinished("bulk")).isEmpty();
    try (RunLog.OpenRun run = runs.open("bulk").orElseThrow()) {
      runs.record(new Progress(run.name(), "sub-a", "token-9", false, 41));
      runs.record(new Progress(run.name(), "sub-b", null, true, 7));
      runs.record(new Progress(run.name(), "group:staff", null, true, 900));
      assertThat(runs.unfinished("bulk"))
          .containsExactly(new UnfinishedRun(run.name(), "", START, 48));
      assertThat(runs.unfinished("sync")).isEmpty();
      run.finish();
    }
    assertThat(runs.unfinished("bulk")).isEmpty();
  }

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
  void rejected_users_are_reopened_and_nobody_else() {
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
  void the_tally_counts_states_and_ways() {
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
  void who_moved_since_a_time_is_counted_by_way() {
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

  @Test
  void what_was_written_is_there_after_opening_again() {
    ledger.see("bulk", List.of(mira()));
    ledger.move("gateway", Change.migrated(MIRA, MovedBy.PASSWORD));
    reopen();

    assertThat(ledger.find(MIRA).map(LedgerEntry::by)).contains(MovedBy.PASSWORD);
    try (LedgerStore reader = LedgerStore.openToRead(url())) {
      assertThat(reader.ledger().tally().in(MIGRATED)).isEqualTo(1);
      assertThat(ids(reader.ledger().findByLogin("MIRA.k"))).containsExactly(MIRA);
    }
  }

  private static Change change(UserId id, MigrationState to) {
    @Nullable MovedBy by = to == MIGRATED ? MovedBy.PASSWORD : null;
    @Nullable String why = to == REJECTED || to == LEFT || to == MERGED ? "Because of " + to : null;
    return new Change(id, to, by, why);
  }
}
