package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.RunScope;
import dev.sluice.api.ledger.UnfinishedRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks how runs for parts of the users stay apart, in every database. */
public abstract class RunScopeContract extends OpenedLedger {
  private static final RunScope PILOTS = new RunScope("pilots", "in group beta");
  private static final RunScope STAFF = new RunScope("staff", "email at example.org");

  @Test
  void a_run_that_was_cut_short_goes_on_for_the_same_users_only() {
    String pilots = begun(PILOTS);
    String staff = begun(STAFF);
    String everybody = begun(RunScope.EVERYBODY);
    reopen();

    assertThat(List.of(pilots, staff, everybody)).doesNotHaveDuplicates();
    assertThat(begun(PILOTS)).isEqualTo(pilots);
    assertThat(begun(STAFF)).isEqualTo(staff);
    assertThat(begun(RunScope.EVERYBODY)).isEqualTo(everybody);
  }

  @Test
  void runs_of_one_kind_never_work_at_the_same_time_whatever_their_scopes() {
    try (RunLog.OpenRun run = open("bulk", PILOTS).orElseThrow();
        LedgerStore other = LedgerStore.open(url())) {
      assertThat(run.resumed()).isFalse();
      assertThat(other.runs().open("bulk", STAFF)).isEmpty();
      assertThat(other.runs().open("bulk")).isEmpty();
      assertThat(other.runs().hold("bulk")).isEmpty();
    }
  }

  @Test
  void the_time_of_the_last_run_for_all_users_is_known_from_the_pool_or_an_archive() {
    finish(PILOTS);
    begun(RunScope.EVERYBODY);
    assertThat(store.runs().lastOfEverybody("bulk")).isEmpty();

    now = START.plusSeconds(60);
    finish(RunScope.EVERYBODY.inArchive("ab12"));
    assertThat(store.runs().lastOfEverybody("bulk")).contains(now);

    now = START.plusSeconds(120);
    finish(PILOTS.inArchive("ab12"));
    assertThat(store.runs().lastOfEverybody("bulk")).contains(START.plusSeconds(60));

    finish(RunScope.EVERYBODY);
    assertThat(store.runs().lastOfEverybody("bulk")).contains(now);
    assertThat(store.runs().lastOfEverybody("sync")).isEmpty();
  }

  @Test
  void a_segment_with_a_new_meaning_begins_a_new_run() {
    String before = begun(PILOTS);
    store.runs().record(new Progress(before, "sub-a", "token-9", false, 41));

    try (RunLog.OpenRun run =
        open("bulk", new RunScope("pilots", "in group \u0000gamma")).orElseThrow()) {
      assertThat(run.name()).isNotEqualTo(before);
      assertThat(run.resumed()).isFalse();
      assertThat(store.runs().progress(run.name(), "sub-a")).isEmpty();
    }
    assertThat(begun(new RunScope("pilots", "in group \u0000gamma"))).isEqualTo("bulk-2");
    assertThat(begun(PILOTS)).isEqualTo("bulk-3");
  }

  @Test
  void unfinished_runs_are_listed_with_their_scopes_oldest_first() {
    String staff = begun(STAFF);
    now = START.plus(Duration.ofMinutes(3));
    String pilots = begun(PILOTS);
    store.runs().record(new Progress(pilots, "sub-a", null, true, 7));

    assertThat(store.runs().unfinished("bulk"))
        .containsExactly(
            new UnfinishedRun(staff, "staff", START, 0),
            new UnfinishedRun(pilots, "pilots", now, 7));
  }

  @Test
  void users_claimed_by_an_unfinished_run_are_free_for_runs_of_its_kind_only() {
    String pilots = begun(PILOTS);
    ledger.claim(pilots, List.of(mira()));
    String staff = begun(STAFF);

    assertThat(ledger.claim("sync-1", List.of(mira()))).isEmpty();
    assertThat(ledger.claim(staff, List.of(mira()))).containsExactly(MIRA);
    assertThat(ledger.settle("bulk", List.of(Change.imported(MIRA)), Optional.empty()))
        .containsExactly(MIRA);
    assertThat(ledger.claim(begun(PILOTS), List.of(mira()))).isEmpty();
  }

  @Test
  void a_finished_run_for_all_users_ends_those_for_parts_but_not_the_other_way_round() {
    begun(PILOTS);
    String everybody = begun(RunScope.EVERYBODY);
    finish(STAFF);
    assertThat(store.runs().unfinished("bulk"))
        .extracting(UnfinishedRun::scope)
        .containsExactlyInAnyOrder("pilots", "");
    try (RunLog.OpenRun sync = store.runs().open("sync").orElseThrow()) {
      finish(RunScope.EVERYBODY);

      assertThat(store.runs().unfinished("bulk")).isEmpty();
      assertThat(store.runs().unfinished("sync"))
          .extracting(UnfinishedRun::name)
          .containsExactly(sync.name());
      assertThat(begun(RunScope.EVERYBODY)).isNotEqualTo(everybody);
    }
  }

  private Optional<RunLog.OpenRun> open(String kind, RunScope scope) {
    return store.runs().open(kind, scope);
  }

  /** The name of a run that is opened and let go. */
  private String begun(RunScope scope) {
    try (RunLog.OpenRun run = open("bulk", scope).orElseThrow()) {
      return run.name();
    }
  }

  private void finish(RunScope scope) {
    try (RunLog.OpenRun run = open("bulk", scope).orElseThrow()) {
      run.finish();
    }
  }
}
