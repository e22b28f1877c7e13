package dev.sluice.migration.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.People;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.run.RunListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncRunTest {
  private static final int PEOPLE = 300;

  private final List<UserRecord> people = People.many(PEOPLE);
  private SyncScene scene;

  @BeforeEach
  void open(@TempDir Path dir) {
    scene = new SyncScene(dir, people);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void after_a_bulk_run_nothing_has_changed_and_nothing_is_written() throws InterruptedException {
    scene.bulk();
    List<PlannedUser> before = scene.target.users();

    SyncReport report = scene.sync();

    assertThat(report.found()).isEmpty();
    assertThat(report.totals().read()).isEqualTo(PEOPLE);
    assertThat(report.totals().created()).isZero();
    assertThat(report.held()).isEmpty();
    assertThat(scene.target.users()).isEqualTo(before);
  }

  @Test
  void a_sync_without_a_bulk_run_before_it_brings_everybody() throws InterruptedException {
    SyncReport report = scene.sync();

    assertThat(report.found()).isEqualTo(Map.of(Finding.NEW, (long) PEOPLE));
    assertThat(scene.target.users()).hasSize(PEOPLE);
    assertThat(scene.store.ledger().tally().states())
        .isEqualTo(Map.of(MigrationState.IMPORTED, (long) PEOPLE));
    assertThat(scene.bulk().totals().created()).isZero();
  }

  @Test
  void what_has_changed_arrives_with_its_groups_and_only_that() throws InterruptedException {
    scene.bulk();
    UserRecord changed =
        People.withAttribute(people.get(4), "email", "moved@example.org")
            .withGroups(List.of("players", "captains"));
    scene.source.put(changed);
    List<PlannedUser> others = allBut(changed);

    SyncReport report = scene.sync();

    PlannedUser there = scene.target.stored(changed.id()).orElseThrow();
    assertThat(there.email()).isEqualTo("moved@example.org");
    assertThat(there.emailVerified()).isFalse();
    assertThat(there.groups()).containsExactlyInAnyOrder("/players", "/captains");
    assertThat(report.found()).isEqualTo(Map.of(Finding.CHANGED, 1L));
    assertThat(scene.entry(changed.id()).email()).isEqualTo("moved@example.org");
    assertThat(scene.entry(changed.id()).state()).isEqualTo(MigrationState.IMPORTED);
    assertThat(allBut(changed)).isEqualTo(others);
    assertThat(scene.sync().found()).isEmpty();
  }

  @Test
  void what_the_mapping_drops_may_change_unseen() throws InterruptedException {
    scene.bulk();
    scene.source.put(People.withAttribute(people.get(4), "custom:visits", "17"));

    assertThat(scene.sync().found()).isEmpty();
  }

  @Test
  void a_user_who_moves_while_the_update_is_on_its_way_is_left_to_the_target()
      throws InterruptedException {
    scene.bulk();
    UserRecord racer = People.withAttribute(people.get(6), "email", "late@example.org");
    scene.source.put(racer);
    scene.target.keepPassword(racer.id());

    SyncReport report = scene.sync();

    assertThat(scene.target.stored(racer.id()).orElseThrow().email())
        .isEqualTo(people.get(6).email());
    assertThat(report.found()).isEqualTo(Map.of(Finding.DRIFT, 1L));
    assertThat(report.drift())
        .containsExactly(
            new ScanBatch.Drift(
                racer.id(),
                racer.username(),
                "changed at the source on " + racer.modifiedAt(),
                false));
    assertThat(scene.entry(racer.id()).state()).isEqualTo(MigrationState.IMPORTED);
    assertThat(scene.store.ledger().move("gateway", moved(racer))).isTrue();
  }

  @Test
  void drift_is_reported_once_and_stays_in_the_users_history() throws InterruptedException {
    scene.bulk();
    UserRecord moved = People.disabled(people.get(8));
    scene.store.ledger().move("gateway", moved(moved));
    scene.source.put(moved);

    SyncReport report = scene.sync();

    assertThat(report.found()).isEqualTo(Map.of(Finding.DRIFT, 1L));
    assertThat(scene.target.stored(moved.id()).orElseThrow().enabled()).isTrue();
    assertThat(scene.store.ledger().history(moved.id()).getLast())
        .extracting(LedgerEvent::who, LedgerEvent::why)
        .containsExactly("sync", "disabled at the source on " + moved.modifiedAt());
    assertThat(scene.sync().found()).isEmpty();
  }

  @Test
  void who_is_deleted_and_signs_up_again_with_the_same_name_arrives() throws InterruptedException {
    scene.bulk();
    UserRecord old = people.get(15);
    scene.source.remove(old.id());
    UserRecord again =
        People.person("0fffffff-0000-4000-8000-000000000000", old.username(), old.attributes());
    scene.source.put(again);

    SyncReport report = scene.sync();

    assertThat(scene.target.stored(old.id())).isEmpty();
    assertThat(scene.target.stored(again.id())).isPresent();
    assertThat(scene.entry(old.id()).state()).isEqualTo(MigrationState.GONE);
    assertThat(scene.entry(again.id()).state()).isEqualTo(MigrationState.IMPORTED);
    assertThat(report.found(Finding.NEW)).isEqualTo(1);
    assertThat(report.found(Finding.GONE)).isEqualTo(1);
    assertThat(report.found(Finding.REJECTED)).isZero();
  }

  @Test
  void who_was_refused_before_and_is_refused_again_still_arrives_when_a_deletion_makes_room()
      throws InterruptedException {
    scene.bulk();
    UserRecord old = people.get(15);
    UserRecord again =
        People.person("0fffffff-0000-4000-8000-000000000000", old.username(), old.attributes());
    scene.source.put(again);
    scene.sync();
    assertThat(scene.entry(again.id()).state()).isEqualTo(MigrationState.REJECTED);
    scene.source.put(People.withAttribute(again, "custom:plan", "silver"));
    scene.source.remove(old.id());
    scene.sync();

    assertThat(scene.entry(again.id()).state()).isEqualTo(MigrationState.IMPORTED);
  }

  @Test
  void whom_the_targets_owner_has_disabled_stays_so_when_it_is_not_known_how_the_user_looked()
      throws InterruptedException {
    UserRecord locked = people.get(3);
    scene.store.ledger().see("bulk", List.of(UserIdentifiers.of(locked)));
    scene.store.ledger().move("bulk", Change.imported(locked.id()));
    Planned planned =
        (Planned) SyncScene.mapping(MigrationMode.HYBRID).plan(People.disabled(locked));
    scene.target.write(List.of(planned.user()));

    scene.sync();

    assertThat(scene.target.stored(locked.id()).orElseThrow().enabled()).isFalse();
  }

  @Test
  void when_more_look_gone_than_may_be_nobody_is_removed_and_it_says_why()
      throws InterruptedException {
    scene.bulk();
    people.subList(0, 11).forEach(user -> scene.source.remove(user.id()));

    SyncReport report = scene.sync();

    assertThat(report.held().orElseThrow())
        .contains("11 of 300 users", "the 10 that may be", "one-chain", "--accept-gone 11");
    assertThat(report.found()).isEqualTo(Map.of(Finding.HELD, 11L));
    assertThat(scene.target.users()).hasSize(PEOPLE);
    assertThat(scene.sync(MigrationMode.HYBRID, 10).held()).isPresent();
    assertThat(scene.sync(MigrationMode.HYBRID, 11).found()).isEqualTo(Map.of(Finding.GONE, 11L));
    assertThat(scene.target.users()).hasSize(PEOPLE - 11);
  }

  @Test
  void the_share_that_may_be_gone_is_the_owners_choice() throws InterruptedException {
    scene.bulk();
    people.subList(0, 11).forEach(user -> scene.source.remove(user.id()));

    SyncReport report = scene.run(MigrationMode.HYBRID, 3.6).run(0, RunListener.SILENT);

    assertThat(report.found()).isEqualTo(Map.of(Finding.GONE, 11L));
  }

  @Test
  void who_was_not_listed_but_is_there_is_not_gone() throws InterruptedException {
    scene.bulk();
    scene.source.hide(people.get(3).id());

    SyncReport report = scene.sync();

    assertThat(report.found()).isEqualTo(Map.of(Finding.STILL_THERE, 1L));
    assertThat(scene.target.stored(people.get(3).id())).isPresent();
    assertThat(scene.entry(people.get(3).id()).state()).isEqualTo(MigrationState.IMPORTED);
  }

  @Test
  void lookups_that_find_nobody_prove_nothing() throws InterruptedException {
    scene.bulk();
    scene.source.remove(people.get(3).id());
    scene.source.lookUpNobody();

    SyncReport report = scene.sync();

    assertThat(report.held().orElseThrow()).contains("no user was removed");
    assertThat(scene.target.users()).hasSize(PEOPLE);
  }

  @Test
  void a_sync_that_dies_takes_nobody_for_gone_and_the_next_goes_on() throws InterruptedException {
    scene.bulk();
    scene.source.remove(people.get(3).id());
    scene.source.put(People.withAttribute(people.get(20), "custom:plan", "silver"));
    scene.source.failNext(new SourceException("The source was told to fail."));
    assertThatThrownBy(scene::sync).isInstanceOf(SourceException.class);
    assertThat(scene.target.users()).hasSize(PEOPLE);

    SyncReport report = scene.sync();

    assertThat(report.resumed()).isTrue();
    assertThat(report.found()).isEqualTo(Map.of(Finding.CHANGED, 1L, Finding.GONE, 1L));
    assertThat(report.totals().read()).isEqualTo(PEOPLE - 1);
  }

  @Test
  void a_sync_that_dies_at_the_target_is_taken_up_and_counts_everybody_once()
      throws InterruptedException {
    scene.bulk();
    people.subList(0, 90).stream()
        .map(user -> People.withAttribute(user, "custom:plan", "silver"))
        .forEach(scene.source::put);
    scene.target.dieAfter(33);
    assertThatThrownBy(scene::sync).isInstanceOf(RuntimeException.class);

    SyncReport report = scene.sync();

    assertThat(report.resumed()).isTrue();
    assertThat(report.found()).isEqualTo(Map.of(Finding.CHANGED, 90L));
    assertThat(scene.target.users())
        .filteredOn(user -> user.attributes().containsValue(List.of("silver")))
        .hasSize(90);
  }

  @Test
  void removals_cut_short_are_taken_up() throws InterruptedException {
    scene.bulk();
    people.subList(0, 9).forEach(user -> scene.source.remove(user.id()));
    scene.target.dieAfter(4);
    assertThatThrownBy(scene::sync).isInstanceOf(RuntimeException.class);

    assertThat(scene.sync().found()).isEqualTo(Map.of(Finding.GONE, 9L));
    assertThat(scene.target.users()).hasSize(PEOPLE - 9);
    assertThat(scene.store.ledger().tally().in(MigrationState.GONE)).isEqualTo(9);
  }

  @Test
  void a_target_that_asks_to_be_tried_later_gets_every_change() throws InterruptedException {
    scene.bulk();
    scene.source.put(People.withAttribute(people.get(20), "custom:plan", "silver"));
    scene.target.putOff(2, Duration.ofMillis(3));

    SyncReport report = scene.sync();

    assertThat(report.notices()).isNotEmpty();
    assertThat(scene.target.stored(people.get(20).id()).orElseThrow().attributes())
        .containsEntry("custom:plan", List.of("silver"));
  }

  @Test
  void an_update_that_the_target_refuses_is_a_rejection_until_it_is_mended()
      throws InterruptedException {
    scene.bulk();
    UserRecord clashing =
        People.person(people.get(5).id().value(), people.get(6).username(), Map.of("email", "a@b"));
    scene.source.put(clashing);

    assertThat(scene.sync().found()).isEqualTo(Map.of(Finding.CHANGED, 1L, Finding.REJECTED, 1L));
    assertThat(scene.entry(clashing.id()).why()).contains(people.get(6).id().value());
    assertThat(scene.sync().found()).isEmpty();

    scene.source.put(People.person(clashing.id().value(), "nobodys", Map.of("email", "a@b")));
    scene.sync();
    assertThat(scene.entry(clashing.id()).state()).isEqualTo(MigrationState.IMPORTED);
    assertThat(scene.target.stored(clashing.id()).orElseThrow().username()).isEqualTo("nobodys");
  }

  @Test
  void who_is_missing_at_the_target_is_told_of_every_time() throws InterruptedException {
    scene.bulk();
    scene.target.remove(List.of(people.get(5).id()));
    scene.source.put(People.withAttribute(people.get(5), "custom:plan", "silver"));

    for (int i = 0; i < 2; i++) {
      assertThat(scene.sync().found())
          .isEqualTo(Map.of(Finding.CHANGED, 1L, Finding.NOT_AT_TARGET, 1L));
    }
  }

  @Test
  void a_plan_tells_exactly_what_a_sync_then_finds_and_changes_nothing()
      throws InterruptedException {
    scene.bulk();
    scene.source.put(People.withAttribute(people.get(20), "custom:plan", "silver"));
    scene.source.put(People.disabled(people.get(21)));
    scene.source.put(People.person("eeeeeeee-0", "fresh", Map.of("email", "f@example.org")));
    scene.source.remove(people.get(3).id());
    scene.store.ledger().move("gateway", moved(people.get(30)));
    scene.source.put(People.withAttribute(people.get(30), "custom:plan", "silver"));
    List<PlannedUser> before = scene.target.users();

    SyncPlan plan = scene.plan();

    Map<Finding, Long> expected =
        Map.of(
            Finding.CHANGED, 1L,
            Finding.DISABLED, 1L,
            Finding.NEW, 1L,
            Finding.GONE, 1L,
            Finding.DRIFT, 1L);
    assertThat(plan.found()).isEqualTo(expected);
    assertThat(plan.read()).isEqualTo(PEOPLE);
    assertThat(plan.held()).isEmpty();
    assertThat(scene.target.users()).isEqualTo(before);
    assertThat(scene.plan().found()).isEqualTo(expected);
    assertThat(scene.sync().found()).isEqualTo(expected);
    assertThat(scene.plan().found()).isEmpty();
  }

  @Test
  void a_plan_says_when_too_many_look_gone() throws InterruptedException {
    scene.bulk();
    people.subList(0, 11).forEach(user -> scene.source.remove(user.id()));

    assertThat(scene.plan().held()).isPresent();
  }

  @Test
  void a_bulk_run_and_a_sync_do_not_run_together() throws InterruptedException {
    try (RunLog.OpenRun bulk = scene.store.runs().open(RunKind.BULK).orElseThrow()) {
      assertThatThrownBy(scene::sync)
          .isInstanceOf(ConditionException.class)
          .hasMessageContaining("at work on this ledger");
      bulk.finish();
    }
    try (RunLog.Hold sync = scene.store.runs().hold(RunKind.BULK).orElseThrow()) {
      assertThat(sync).isNotNull();
      assertThatThrownBy(scene::bulk)
          .isInstanceOf(ConditionException.class)
          .hasMessageContaining("or a sync");
    }
  }

  @Test
  void a_bulk_run_that_was_cut_short_is_finished_first() throws InterruptedException {
    scene.target.dieAfter(50);
    assertThatThrownBy(scene::bulk).isInstanceOf(RuntimeException.class);

    assertThatThrownBy(scene::sync)
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining("bulk-1 was cut short");
  }

  @Test
  void another_pool_than_the_one_looked_at_before_is_refused() throws InterruptedException {
    scene.sync();
    scene.source.becomePool("eu-north-1_Another");

    assertThatThrownBy(scene::sync)
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining("eu-north-1_FakePool1")
        .hasMessageContaining("eu-north-1_Another");
  }

  @Test
  void a_target_that_cannot_change_users_is_told_with_what_to_do(@TempDir Path dir) {
    FakeTarget bare = new FakeTarget(EnumSet.of(TargetCapability.KEEPS_ID));
    try (SyncScene poor = new SyncScene(dir, people, bare)) {
      assertThatThrownBy(poor::sync)
          .isInstanceOf(ConditionException.class)
          .hasMessageContaining("(UPDATES)")
          .hasMessageContaining("sluice bulk --execute brings new users");
      assertThat(bare.users()).isEmpty();
    }
  }

  @Test
  void in_the_slow_way_changes_are_only_recorded(@TempDir Path dir) throws InterruptedException {
    FakeTarget bare = new FakeTarget(EnumSet.of(TargetCapability.KEEPS_ID));
    try (SyncScene poor = new SyncScene(dir, people, bare)) {
      poor.sync(MigrationMode.SLOW, 0);
      poor.source.put(People.withAttribute(people.get(20), "custom:plan", "silver"));
      poor.source.remove(people.get(3).id());

      assertThat(poor.sync(MigrationMode.SLOW, 0).found())
          .isEqualTo(Map.of(Finding.CHANGED, 1L, Finding.GONE, 1L));
      assertThat(bare.users()).isEmpty();
      assertThat(poor.entry(people.get(3).id()).state()).isEqualTo(MigrationState.GONE);
      assertThat(poor.entry(people.get(20).id()).state()).isEqualTo(MigrationState.DISCOVERED);
    }
  }

  @Test
  void a_ledger_opened_again_remembers(@TempDir Path dir) throws InterruptedException {
    try (SyncScene first = new SyncScene(dir, people)) {
      first.bulk();
    }
    try (LedgerStore store = LedgerStore.open("jdbc:sqlite:" + dir.resolve("ledger.db"))) {
      assertThat(store.scans().remembered(List.of(people.getFirst().id())).values())
          .allSatisfy(user -> assertThat(user.fingerprint()).isNotNull());
    }
  }

  private List<PlannedUser> allBut(UserRecord left) {
    return Stream.of(scene.target.users())
        .flatMap(List::stream)
        .filter(user -> !user.id().equals(left.id()))
        .toList();
  }

  private static Change moved(UserRecord user) {
    return Change.migrated(user.id(), MovedBy.PASSWORD);
  }
}
