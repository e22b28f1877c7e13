package dev.sluice.migration.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.bulk.BulkRun;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.People;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.run.RunListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairRunTest {
  private static final int PEOPLE = 400;
  private static final AlsoThese ALSO_MOVED = new AlsoThese(true, false);
  private static final AlsoThese ALSO_DELETED = new AlsoThese(false, true);

  private final List<UserRecord> people = People.many(PEOPLE);
  private final FakeUserSource source = new FakeUserSource(people).withPagesOf(7);
  private FakeTarget target = new FakeTarget();
  private MigrationMode mode = MigrationMode.HYBRID;
  private LedgerStore store;

  @BeforeEach
  void open(@TempDir Path dir) {
    store = LedgerStore.open("jdbc:sqlite:" + dir.resolve("ledger.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void where_nothing_happened_there_is_nothing_to_do() throws InterruptedException {
    bulk();
    List<PlannedUser> before = target.users();
    assertThat(plan().counts()).isEmpty();
    assertThat(repair().found()).isEmpty();
    assertThat(target.users()).isEqualTo(before);
  }

  @Test
  void whom_the_target_lost_is_planned_by_name_and_written_again_as_before()
      throws InterruptedException {
    bulk();
    PlannedUser before = target.stored(id(3)).orElseThrow();
    target.lose(id(3));
    target.lose(id(7));

    RepairPlan plan = plan();
    assertThat(plan.of(Damage.LOST)).isEqualTo(2);
    assertThat(plan.named())
        .extracting(Damaged::username)
        .containsExactlyInAnyOrder("person3", "person7");
    assertThat(target.stored(id(3))).isEmpty();

    RepairReport report = repair();
    assertThat(report.mended(Damage.LOST)).isEqualTo(2);
    assertThat(report.open()).isZero();
    assertThat(target.stored(id(3))).contains(before);
    assertThat(target.users()).hasSize(PEOPLE);
    assertThat(state(3)).isEqualTo(MigrationState.IMPORTED);
    assertThat(plan().counts()).isEmpty();
  }

  @Test
  void a_whole_target_that_was_lost_comes_back_with_groups() throws InterruptedException {
    bulk();
    people.forEach(user -> target.lose(user.id()));

    assertThat(repair().mended(Damage.LOST)).isEqualTo(PEOPLE);
    assertThat(target.users()).hasSize(PEOPLE);
    assertThat(target.users()).anySatisfy(user -> assertThat(user.groups()).isNotEmpty());
  }

  @Test
  void who_was_unlinked_too_early_is_linked_again() throws InterruptedException {
    bulk();
    target.unlink(id(5));

    assertThat(plan().of(Damage.UNLINKED)).isEqualTo(1);
    assertThat(repair().mended(Damage.UNLINKED)).isEqualTo(1);
    assertThat(target.find(id(5)).orElseThrow().awaitsFirstLogin()).isTrue();
    assertThat(plan().counts()).isEmpty();
  }

  @Test
  void after_the_close_who_is_unlinked_needs_nothing_and_who_is_lost_sets_a_password()
      throws InterruptedException {
    bulk();
    mode = MigrationMode.BULK;
    target.unlink(id(5));
    target.lose(id(6));

    RepairReport report = repair();
    assertThat(report.found()).isEqualTo(Map.of(Damage.LOST, 1L));
    assertThat(target.stored(id(6)).orElseThrow().firstPassword())
        .isEqualTo(FirstPassword.MUST_RESET);
    assertThat(entry(6).by()).isEqualTo(MovedBy.FORCED);
  }

  @Test
  void who_set_a_password_unknown_to_the_ledger_is_recorded_as_moved() throws InterruptedException {
    bulk();
    target.keepPassword(id(8));

    assertThat(plan().of(Damage.UNRECORDED)).isEqualTo(1);
    assertThat(repair().mended(Damage.UNRECORDED)).isEqualTo(1);
    assertThat(entry(8).by()).isEqualTo(MovedBy.RESET);
  }

  @Test
  void who_had_moved_and_is_lost_is_told_of_and_never_rewritten_silently()
      throws InterruptedException {
    bulk();
    move(4);
    target.lose(id(4));

    assertThat(plan().of(Damage.MOVE_LOST)).isEqualTo(1);
    RepairReport report = repair();
    assertThat(report.found(Damage.MOVE_LOST)).isEqualTo(1);
    assertThat(report.open()).isEqualTo(1);
    assertThat(report.unmended()).extracting(Damaged::username).containsExactly("person4");
    assertThat(target.stored(id(4))).isEmpty();
    assertThat(state(4)).isEqualTo(MigrationState.MIGRATED);
  }

  @Test
  void by_the_owners_decision_who_had_moved_starts_again_from_the_pool()
      throws InterruptedException {
    bulk();
    move(4);
    target.lose(id(4));

    assertThat(repair(ALSO_MOVED).mended(Damage.MOVE_LOST)).isEqualTo(1);
    assertThat(target.find(id(4)).orElseThrow().awaitsFirstLogin()).isTrue();
    assertThat(state(4)).isEqualTo(MigrationState.IMPORTED);
    assertThat(store.ledger().history(id(4)).getLast())
        .satisfies(event -> {
          assertThat(event.from()).isEqualTo(MigrationState.MIGRATED);
          assertThat(event.who()).isEqualTo(RunKind.REPAIR);
        });
    assertThat(store.ledger().tally().in(MigrationState.MIGRATED)).isZero();
    assertThat(store.seals().problems()).isEmpty();
  }

  @Test
  void a_target_restored_from_before_a_move_waits_for_the_owners_decision_too()
      throws InterruptedException {
    bulk();
    store.ledger().move("gateway", Change.migrated(id(4), MovedBy.PASSWORD));

    assertThat(plan().of(Damage.MOVE_LOST)).isEqualTo(1);
    assertThat(repair().open()).isEqualTo(1);
    assertThat(repair(ALSO_MOVED).open()).isZero();
    assertThat(state(4)).isEqualTo(MigrationState.IMPORTED);
  }

  @Test
  void who_has_moved_is_never_touched_even_so() throws InterruptedException {
    bulk();
    move(4);
    PlannedUser before = target.stored(id(4)).orElseThrow();

    assertThat(repair(new AlsoThese(true, true)).found()).isEmpty();
    assertThat(target.stored(id(4))).contains(before);
    assertThat(state(4)).isEqualTo(MigrationState.MIGRATED);
  }

  @Test
  void who_was_deleted_at_the_target_comes_back_only_by_decision() throws InterruptedException {
    bulk();
    target.lose(id(9));
    store.ledger().move("gateway", Change.gone(id(9)));

    RepairReport left = repair();
    assertThat(left.found(Damage.DELETED)).isEqualTo(1);
    assertThat(target.stored(id(9))).isEmpty();
    assertThat(repair(ALSO_DELETED).mended(Damage.DELETED)).isEqualTo(1);
    assertThat(target.stored(id(9))).isPresent();
    assertThat(state(9)).isEqualTo(MigrationState.IMPORTED);
  }

  @Test
  void whom_the_target_now_refuses_is_rejected_with_the_reason() throws InterruptedException {
    bulk();
    target.lose(id(3));
    target.refuse(id(3), "The username is taken.");

    RepairReport report = repair();
    assertThat(report.totals().rejected()).isEqualTo(1);
    assertThat(report.open()).isEqualTo(1);
    assertThat(entry(3).why()).contains("The username is taken.");
  }

  @Test
  void a_repair_that_died_is_taken_up_and_doubles_nobody() throws InterruptedException {
    bulk();
    people.forEach(user -> target.lose(user.id()));
    target.dieAfter(150);
    assertThatThrownBy(this::repair).isInstanceOf(RuntimeException.class);

    RepairReport resumed = repair();
    assertThat(resumed.resumed()).isTrue();
    assertThat(target.users()).hasSize(PEOPLE);
    assertThat(plan().counts()).isEmpty();
    assertThat(store.ledger().tally().states())
        .isEqualTo(Map.of(MigrationState.IMPORTED, (long) PEOPLE));
  }

  @Test
  void a_target_that_does_not_read_many_users_back_is_asked_one_by_one()
      throws InterruptedException {
    Set<TargetCapability> some = EnumSet.allOf(TargetCapability.class);
    some.remove(TargetCapability.READS_BACK);
    target = new FakeTarget(some);
    bulk();
    target.lose(id(3));

    assertThat(plan().of(Damage.LOST)).isEqualTo(1);
    assertThat(repair().mended(Damage.LOST)).isEqualTo(1);
  }

  @Test
  void users_who_were_never_brought_or_were_left_out_stay_so() throws InterruptedException {
    bulk();
    UserRecord late = People.person("f9999999-0000-4000-8000-000000000000", "late", Map.of());
    source.put(late);

    assertThat(repair().found()).isEmpty();
    assertThat(target.stored(late.id())).isEmpty();
  }

  @Test
  void it_does_not_run_beside_a_bulk_run_or_at_a_target_that_is_not_ready()
      throws InterruptedException {
    bulk();
    try (var bulk = store.runs().hold(RunKind.BULK).orElseThrow()) {
      assertThat(bulk).isNotNull();
      assertThatThrownBy(this::repair)
          .isInstanceOf(ConditionException.class)
          .hasMessageContaining("wait for it");
    }
    target.readiness(new Readiness.NotReady("No realm.", "Run sluice provision."));
    assertThatThrownBy(this::repair)
        .isInstanceOf(ConditionException.class)
        .hasMessage("No realm. Run sluice provision.");
  }

  private void bulk() throws InterruptedException {
    new BulkRun(
            source,
            mapping(),
            target,
            store.ledger(),
            store.runs(),
            Duration.ofSeconds(1),
            InstantSource.system())
        .run(false, RunListener.SILENT);
  }

  private RepairPlan plan() throws InterruptedException {
    return new RepairPlanning(source, target, store.ledger(), mode, InstantSource.system())
        .plan(RunListener.SILENT);
  }

  private RepairReport repair() throws InterruptedException {
    return repair(AlsoThese.NONE);
  }

  private RepairReport repair(AlsoThese also) throws InterruptedException {
    return new RepairRun(
            source,
            mapping(),
            target,
            store.ledger(),
            store.runs(),
            Duration.ofSeconds(1),
            InstantSource.system())
        .run(also, RunListener.SILENT);
  }

  private UserMapping mapping() {
    return new UserMapping(mode, new AttributeMapping(Map.of()), Map.of());
  }

  private void move(int person) {
    target.keepPassword(id(person));
    store.ledger().move("gateway", Change.migrated(id(person), MovedBy.PASSWORD));
  }

  private UserId id(int person) {
    return people.get(person).id();
  }

  private MigrationState state(int person) {
    return entry(person).state();
  }

  private LedgerEntry entry(int person) {
    return store.ledger().find(id(person)).orElseThrow();
  }
}
