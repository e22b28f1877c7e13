package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.UnfinishedRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checks how runs are held, resumed and remembered, in every database. */
public abstract class RunLogContract extends OpenedLedger {

  @Test
  void a_run_that_was_cut_short_goes_on_under_its_name() {
    String name = openAndLetGo("bulk", false);
    reopen();

    try (RunLog.OpenRun again = store.runs().open("bulk").orElseThrow()) {
      assertThat(again.name()).isEqualTo(name);
      assertThat(again.resumed()).isTrue();
    }
  }

  @Test
  void after_a_finished_run_a_new_one_begins() {
    String first = openAndLetGo("bulk", true);

    try (RunLog.OpenRun second = store.runs().open("bulk").orElseThrow()) {
      assertThat(second.name()).isNotEqualTo(first);
      assertThat(second.resumed()).isFalse();
    }
  }

  @Test
  void a_run_has_one_holder_and_other_kinds_go_on_beside_it() {
    try (RunLog.OpenRun bulk = store.runs().open("bulk").orElseThrow();
        LedgerStore other = LedgerStore.open(url())) {
      assertThat(store.runs().open("bulk")).isEmpty();
      assertThat(other.runs().open("bulk")).isEmpty();
      try (RunLog.OpenRun sync = other.runs().open("sync").orElseThrow()) {
        assertThat(sync.name()).isNotEqualTo(bulk.name());
      }
    }
    assertThat(openAndLetGo("bulk", true)).isNotBlank();
  }

  @Test
  void a_held_kind_cannot_be_opened_and_no_run_of_it_begins() {
    try (RunLog.Hold hold = store.runs().hold("bulk").orElseThrow();
        LedgerStore other = LedgerStore.open(url())) {
      assertThat(hold).isNotNull();
      assertThat(other.runs().open("bulk")).isEmpty();
      assertThat(other.runs().hold("bulk")).isEmpty();
    }
    assertThat(store.runs().unfinished("bulk")).isEmpty();
    try (RunLog.OpenRun run = store.runs().open("bulk").orElseThrow()) {
      assertThat(run.resumed()).isFalse();
      assertThat(store.runs().hold("bulk")).isEmpty();
    }
  }

  @Test
  void one_of_many_concurrent_openings_gets_the_run() throws Exception {
    List<Optional<RunLog.OpenRun>> opened =
        atOnce(
            IntStream.range(0, 6)
                .<Callable<Optional<RunLog.OpenRun>>>mapToObj(i -> () -> store.runs().open("bulk"))
                .toList());

    assertThat(opened.stream().filter(Optional::isPresent)).hasSize(1);
    opened.forEach(run -> run.ifPresent(RunLog.OpenRun::close));
  }

  @Test
  void users_claimed_by_a_finished_run_are_free_again() {
    String first = openAndLetGo("bulk", false);
    ledger.claim(first, List.of(mira()));
    assertThat(ledger.claim("sync-1", List.of(mira()))).isEmpty();

    openAndLetGo("bulk", true);

    assertThat(ledger.claim("sync-1", List.of(mira()))).containsExactly(MIRA);
  }

  @Test
  void an_unfinished_run_is_listed_until_it_ends() {
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
  void progress_is_kept_part_by_part() {
    Progress half = new Progress("bulk-1", "shard 3", "a\"token'", false, 61);
    Progress done = new Progress("bulk-1", "shard 3", null, true, 99);
    store.runs().record(half);
    store.runs().record(new Progress("bulk-1", "shard 4", "other", false, 7));

    assertThat(store.runs().progress("bulk-1", "shard 3")).contains(half);
    store.runs().record(done);
    assertThat(store.runs().progress("bulk-1", "shard 3")).contains(done);
    assertThat(store.runs().progress("bulk-2", "shard 3")).isEmpty();
  }

  @Test
  void members_of_groups_are_remembered_with_the_progress_of_reading_them() {
    Progress page = new Progress("bulk-1", "group:staff", "next", false, 2);
    store.runs().rememberMembers("staff", List.of(MIRA, OLAF), page);
    store.runs().rememberMembers("staff", List.of(MIRA), page);
    store.runs().rememberMembers("ärzte", List.of(MIRA), done("ärzte"));

    assertThat(store.runs().groupsOf("bulk-1", List.of(MIRA, OLAF, person(1).id())))
        .isEqualTo(Map.of(MIRA, List.of("staff", "ärzte"), OLAF, List.of("staff")));
    assertThat(store.runs().groupsOf("bulk-2", List.of(MIRA))).isEmpty();
    assertThat(store.runs().progress("bulk-1", "group:staff")).contains(page);
  }

  @Test
  void a_new_run_forgets_the_members_that_a_finished_one_had_found() {
    String first = openAndLetGo("bulk", false);
    store
        .runs()
        .rememberMembers("staff", List.of(MIRA), new Progress(first, "group:staff", null, true, 1));
    openAndLetGo("bulk", true);
    assertThat(store.runs().groupsOf(first, List.of(MIRA))).hasSize(1);

    openAndLetGo("bulk", false);

    assertThat(store.runs().groupsOf(first, List.of(MIRA))).isEmpty();
  }

  private static Progress done(String group) {
    return new Progress("bulk-1", "group:" + group, null, true, 1);
  }

  private String openAndLetGo(String kind, boolean finish) {
    try (RunLog.OpenRun run = store.runs().open(kind).orElseThrow()) {
      if (finish) {
        run.finish();
      }
      return run.name();
    }
  }
}
