package dev.sluice.migration.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.People;
import dev.sluice.migration.run.RunException;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.run.RunListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkRunTest {
  private static final int PEOPLE = 700;

  private final List<UserRecord> people = People.many(PEOPLE);
  private final FakeUserSource source = new FakeUserSource(people).withPagesOf(7);
  private final FakeTarget target = new FakeTarget();
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
  void identities_that_cannot_be_read_stop_nobody_with_a_password_and_are_told_once()
      throws InterruptedException {
    for (UserRecord user : people.subList(0, 9)) {
      source.put(user.withAttributes(Map.of("identities", "Google,117")));
    }

    RunReport report = run(MigrationMode.HYBRID);

    assertThat(target.users()).hasSize(PEOPLE);
    assertThat(report.totals().rejected()).isZero();
    assertThat(report.notices())
        .singleElement()
        .asString()
        .contains("The attribute identities cannot be read")
        .endsWith("and 4 more");
  }

  @Test
  void everybody_arrives_once_and_the_ledger_says_imported() throws InterruptedException {
    RunReport report = run(MigrationMode.HYBRID);

    assertThat(target.users())
        .extracting(PlannedUser::id)
        .containsExactlyInAnyOrderElementsOf(people.stream().map(UserRecord::id).toList());
    assertThat(store.ledger().tally().states())
        .isEqualTo(Map.of(MigrationState.IMPORTED, (long) PEOPLE));
    assertThat(report.totals().created()).isEqualTo(PEOPLE);
    assertThat(report.totals().read()).isEqualTo(PEOPLE);
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void what_the_target_has_to_say_of_its_writing_is_in_the_report() throws InterruptedException {
    target.notice("It could be faster.");
    assertThat(run(MigrationMode.HYBRID).notices()).containsExactly("It could be faster.");
  }

  @Test
  void groups_arrive_with_their_members() throws InterruptedException {
    run(MigrationMode.HYBRID);

    assertThat(target.users())
        .filteredOn(user -> user.groups().equals(List.of("/players")))
        .extracting(PlannedUser::username)
        .containsExactlyInAnyOrderElementsOf(
            people.stream()
                .filter(user -> !user.groups().isEmpty())
                .map(UserRecord::username)
                .toList());
  }

  @Test
  void running_again_changes_nothing() throws InterruptedException {
    run(MigrationMode.HYBRID);
    List<PlannedUser> before = target.users();

    RunReport again = run(MigrationMode.HYBRID);

    assertThat(target.users()).isEqualTo(before);
    assertThat(again.resumed()).isFalse();
    assertThat(again.totals().created()).isZero();
    assertThat(again.totals().alreadyDone()).isEqualTo(PEOPLE);
  }

  @Test
  void a_run_that_died_in_mid_batch_is_taken_up_and_doubles_nobody() throws InterruptedException {
    target.dieAfter(333);
    assertThatThrownBy(() -> run(MigrationMode.HYBRID)).isInstanceOf(RuntimeException.class);

    RunReport resumed = run(MigrationMode.HYBRID);

    assertThat(resumed.resumed()).isTrue();
    assertThat(target.users()).hasSize(PEOPLE);
    assertThat(resumed.totals().read()).isEqualTo(PEOPLE);
    assertThat(store.ledger().tally().states())
        .isEqualTo(Map.of(MigrationState.IMPORTED, (long) PEOPLE));
  }

  @Test
  void a_user_that_cannot_be_mapped_is_a_rejection_and_the_others_go_on()
      throws InterruptedException {
    UserRecord broken = People.withAttribute(people.get(5), "username", "someone-else");
    source.put(broken);

    RunReport report = run(MigrationMode.HYBRID);

    assertThat(report.totals().rejected()).isEqualTo(1);
    assertThat(report.totals().created()).isEqualTo(PEOPLE - 1);
    assertThat(entry(broken.id()))
        .satisfies(entry -> {
          assertThat(entry.state()).isEqualTo(MigrationState.REJECTED);
          assertThat(entry.why()).contains("username");
        });
  }

  @Test
  void a_user_whom_the_target_refuses_is_a_rejection_with_the_targets_reason()
      throws InterruptedException {
    UserId refused = people.get(9).id();
    target.refuse(refused, "The username has a character that is not taken.");

    run(MigrationMode.HYBRID);

    assertThat(entry(refused).state()).isEqualTo(MigrationState.REJECTED);
    assertThat(entry(refused).why()).contains("character that is not taken");
    assertThat(target.users()).hasSize(PEOPLE - 1);
  }

  @Test
  void rejected_users_are_tried_again_on_request_only() throws InterruptedException {
    UserId refused = people.get(9).id();
    target.refuse(refused, "Not today.");
    run(MigrationMode.HYBRID);
    target.accept(refused);

    run(MigrationMode.HYBRID);
    assertThat(entry(refused).state()).isEqualTo(MigrationState.REJECTED);

    runner(MigrationMode.HYBRID).run(true, RunListener.SILENT);
    assertThat(entry(refused).state()).isEqualTo(MigrationState.IMPORTED);
  }

  @Test
  void a_target_that_asks_to_be_tried_later_gets_everybody_in_the_end()
      throws InterruptedException {
    target.putOff(3, Duration.ofMillis(5));

    RunReport report = run(MigrationMode.HYBRID);

    assertThat(report.totals().created()).isEqualTo(PEOPLE);
    assertThat(report.notices()).isNotEmpty();
  }

  @Test
  void a_target_that_takes_nobody_for_too_long_ends_the_run_and_the_next_one_goes_on()
      throws InterruptedException {
    target.putOff(Integer.MAX_VALUE, Duration.ofMillis(1));
    BulkRun impatient = runner(MigrationMode.HYBRID, Duration.ofMillis(30));
    assertThatThrownBy(() -> impatient.run(false, RunListener.SILENT))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("run the same command again");
    target.putOff(0, Duration.ZERO);

    assertThat(run(MigrationMode.HYBRID).resumed()).isTrue();
    assertThat(target.users()).hasSize(PEOPLE);
  }

  @Test
  void a_position_that_the_source_forgot_makes_its_shard_begin_anew() throws InterruptedException {
    source.failNext(
        new PositionRefusedException("Invalid pagination token.", new IllegalStateException()));

    RunReport report = run(MigrationMode.HYBRID);

    assertThat(target.users()).hasSize(PEOPLE);
    assertThat(report.totals().read()).isEqualTo(PEOPLE);
  }

  @Test
  void a_user_who_moved_at_a_first_login_during_the_run_stays_migrated()
      throws InterruptedException {
    UserRecord early = people.get(42);
    store.ledger().see("gateway", List.of(UserIdentifiers.of(early)));
    store.ledger().move("gateway", Change.migrated(early.id(), MovedBy.PASSWORD));

    run(MigrationMode.HYBRID);

    assertThat(entry(early.id()).by()).isEqualTo(MovedBy.PASSWORD);
    assertThat(target.stored(early.id())).isEmpty();
  }

  @Test
  void in_the_bulk_way_everybody_is_the_targets_and_must_set_a_new_password()
      throws InterruptedException {
    run(MigrationMode.BULK);

    assertThat(target.users())
        .allSatisfy(user -> assertThat(user.firstPassword()).isEqualTo(FirstPassword.MUST_RESET));
    assertThat(store.ledger().tally().by()).isEqualTo(Map.of(MovedBy.FORCED, (long) PEOPLE));
  }

  @Test
  void a_federated_user_has_moved_once_the_profile_is_there() throws InterruptedException {
    UserRecord federated = People.withStatus(people.get(3), SourceStatus.EXTERNAL_PROVIDER);
    source.put(federated);

    run(MigrationMode.HYBRID);

    assertThat(entry(federated.id()).by()).isEqualTo(MovedBy.FEDERATED);
  }

  @Test
  void in_the_slow_way_there_is_nothing_to_run() {
    assertThatThrownBy(() -> run(MigrationMode.SLOW))
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining("mode: hybrid");
  }

  @Test
  void a_target_that_is_not_ready_is_not_written_to() {
    target.readiness(new Readiness.NotReady("The extension is missing.", "Run provision."));

    assertThatThrownBy(() -> run(MigrationMode.HYBRID))
        .isInstanceOf(ConditionException.class)
        .hasMessage("The extension is missing. Run provision.");
    assertThat(target.users()).isEmpty();
  }

  @Test
  void two_runs_at_once_are_refused() {
    try (RunLog.OpenRun other = store.runs().open(RunKind.BULK).orElseThrow()) {
      assertThat(other.resumed()).isFalse();
      assertThatThrownBy(() -> run(MigrationMode.HYBRID)).isInstanceOf(ConditionException.class);
    }
  }

  private RunReport run(MigrationMode mode) throws InterruptedException {
    return runner(mode).run(false, RunListener.SILENT);
  }

  private BulkRun runner(MigrationMode mode) {
    return runner(mode, Duration.ofMinutes(5));
  }

  private BulkRun runner(MigrationMode mode, Duration patience) {
    UserMapping mapping = new UserMapping(mode, new AttributeMapping(Map.of()), Map.of());
    return new BulkRun(
        source, mapping, target, store.ledger(), store.runs(), patience, InstantSource.system());
  }

  private LedgerEntry entry(UserId id) {
    return store.ledger().find(id).orElseThrow();
  }
}
