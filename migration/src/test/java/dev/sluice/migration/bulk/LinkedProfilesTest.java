package dev.sluice.migration.bulk;

import static dev.sluice.api.user.SourceStatus.CONFIRMED;
import static dev.sluice.api.user.SourceStatus.EXTERNAL_PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.People;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.run.RunListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedProfilesTest {
  private static final int PEOPLE = 240;

  private final FakeUserSource source = new FakeUserSource().withPagesOf(7);
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
  void a_linked_person_is_one_account_with_one_link_in_whatever_order_the_profiles_come()
      throws InterruptedException {
    UserRecord first = linked("0-mira", "mira", "g7");
    UserRecord last = linked("f-olaf", "olaf", "g8");
    source.put(first);
    source.put(earlier("f-mira", "g7"));
    source.put(earlier("0-olaf", "g8"));
    source.put(last);

    RunReport report = run();

    assertThat(target.users())
        .extracting(PlannedUser::id)
        .containsExactlyInAnyOrder(first.id(), last.id());
    assertThat(target.users()).allSatisfy(user -> assertThat(user.identities()).hasSize(1));
    assertThat(entry("0-mira").state()).isEqualTo(MigrationState.IMPORTED);
    assertThat(entry("f-mira").state()).isEqualTo(MigrationState.MERGED);
    assertThat(entry("f-mira").why()).contains("\"mira\" (0-mira)", "signing in through Google");
    assertThat(report.totals().merged()).isEqualTo(2);
    assertThat(report.totals().created()).isEqualTo(2);
    assertThat(report.totals().read()).isEqualTo(4);
  }

  @Test
  void a_group_that_only_the_earlier_profile_had_is_told_and_not_given()
      throws InterruptedException {
    UserRecord mira = linked("0-mira", "mira", "g7");
    source.put(mira.withGroups(List.of("players")));
    source.put(earlier("f-mira", "g7").withGroups(List.of("admins", "players")));

    run();

    assertThat(entry("f-mira").why()).endsWith("groups admins.");
    assertThat(target.stored(mira.id()).map(PlannedUser::groups)).contains(List.of("/players"));
  }

  @Test
  void an_account_that_two_profiles_claim_lets_nobody_in_and_each_rejection_shows_both()
      throws InterruptedException {
    source.put(linked("0-mira", "mira", "g7"));
    source.put(linked("f-olaf", "olaf", "g7"));
    source.put(earlier("7-whose", "g7"));

    RunReport report = run();

    assertThat(target.users()).isEmpty();
    assertThat(report.totals().rejected()).isEqualTo(3);
    assertThat(List.of(entry("0-mira"), entry("f-olaf"), entry("7-whose")))
        .allSatisfy(entry -> {
          assertThat(entry.state()).isEqualTo(MigrationState.REJECTED);
          assertThat(entry.why()).contains("\"mira\" (0-mira)", "\"olaf\" (f-olaf)");
        });
  }

  @Test
  void once_the_owner_has_unlinked_one_of_them_a_retry_moves_both() throws InterruptedException {
    source.put(linked("0-mira", "mira", "g7"));
    source.put(linked("f-olaf", "olaf", "g7"));
    run();

    source.put(People.person("f-olaf", "olaf", Map.of()));
    runner().run(true, RunListener.SILENT);

    assertThat(store.ledger().tally().states()).isEqualTo(Map.of(MigrationState.IMPORTED, 2L));
    assertThat(target.stored(new UserId("0-mira")).orElseThrow().identities()).hasSize(1);
  }

  @Test
  void a_profile_that_had_moved_before_the_link_and_the_linked_one_are_both_shown()
      throws InterruptedException {
    source.put(earlier("f-mira", "g7"));
    run();
    assertThat(entry("f-mira").by()).isEqualTo(MovedBy.FEDERATED);

    source.put(linked("0-mira", "mira", "g7"));
    run();

    assertThat(entry("0-mira").state()).isEqualTo(MigrationState.REJECTED);
    assertThat(entry("0-mira").why())
        .contains("\"mira\" (0-mira)", "\"Google_g7\" (f-mira)", "--retry-rejected");
  }

  @Test
  void a_person_who_had_moved_before_the_link_is_told_of_when_the_earlier_profile_comes()
      throws InterruptedException {
    UserRecord mira = People.person("0-mira", "mira", Map.of());
    source.put(mira);
    run();
    source.put(linkedAt(InstantSource.system().instant().plusSeconds(1), mira, "g7"));
    source.put(earlier("f-mira", "g7"));

    RunReport report = run();

    assertThat(entry("f-mira").state()).isEqualTo(MigrationState.MERGED);
    assertThat(report.notices()).singleElement().asString().contains("1 people had moved before");
  }

  @Test
  void running_again_merges_and_writes_nobody() throws InterruptedException {
    source.put(linked("0-mira", "mira", "g7"));
    source.put(earlier("f-mira", "g7"));
    source.put(earlier("7-olaf", "g8"));
    run();

    RunReport again = run();

    assertThat(again.totals().alreadyDone()).isEqualTo(3);
    assertThat(again.totals().merged()).isZero();
    assertThat(target.users()).hasSize(2);
  }

  @Test
  void a_run_that_dies_again_and_again_merges_everybody_once() throws InterruptedException {
    everyThirdPersonLinked();
    for (int written = 40; written < 200; written += 23) {
      target.dieAfter(23);
      assertThatThrownBy(this::run).isInstanceOf(TargetException.class);
    }

    run();

    assertThat(target.users()).hasSize(PEOPLE + PEOPLE / 3);
    assertThat(store.ledger().tally().in(MigrationState.IMPORTED)).isEqualTo(PEOPLE);
    assertThat(store.ledger().tally().by()).isEqualTo(Map.of(MovedBy.FEDERATED, PEOPLE / 3L));
    assertThat(store.ledger().tally().in(MigrationState.MERGED)).isEqualTo(PEOPLE / 3);
  }

  @Test
  void a_finished_run_keeps_no_profile() throws InterruptedException {
    everyThirdPersonLinked();
    target.dieAfter(PEOPLE);
    assertThatThrownBy(this::run).isInstanceOf(TargetException.class);
    assertThat(waiting()).isNotEmpty();

    run();

    store.runs().open(RunKind.BULK).ifPresent(RunLog.OpenRun::close);
    assertThat(waiting()).isEmpty();
  }

  /** And as many earlier profiles, and as many people who are federated only. */
  private void everyThirdPersonLinked() {
    List<UserRecord> people = People.many(PEOPLE);
    for (int i = 0; i < PEOPLE; i++) {
      UserRecord user = people.get(i);
      source.put(i % 3 == 0 ? People.withAccounts(user, CONFIRMED, "g" + i) : user);
      if (i % 3 == 0) {
        source.put(earlier("%x-earlier%d".formatted(i * 7 % 16, i), "g" + i));
        source.put(earlier("%x-federated%d".formatted(i * 5 % 16, i), "only" + i));
      }
    }
  }

  private List<UserRecord> waiting() {
    List<UserRecord> found = new ArrayList<>();
    try (RunLog.OpenRun run = store.runs().open(RunKind.BULK).orElseThrow()) {
      run.deferred()
          .parts()
          .forEach(part -> found.addAll(run.deferred().next(part, Optional.empty(), 1000)));
    }
    return found;
  }

  private static UserRecord linked(String id, String username, String account) {
    return People.withAccounts(People.person(id, username, Map.of()), CONFIRMED, account);
  }

  private static UserRecord linkedAt(Instant time, UserRecord user, String account) {
    UserRecord linked = People.withAccounts(user, CONFIRMED, account);
    return new UserRecord(
        linked.id(),
        linked.username(),
        linked.status(),
        linked.enabled(),
        linked.attributes(),
        linked.identities().stream()
            .map(each ->
                new ExternalIdentity(
                    each.provider(), each.type(), each.userId(), null, false, time))
            .toList(),
        linked.groups(),
        linked.createdAt(),
        linked.modifiedAt());
  }

  private static UserRecord earlier(String id, String account) {
    return People.withAccounts(
        People.person(id, "Google_" + account, Map.of()), EXTERNAL_PROVIDER, account);
  }

  private RunReport run() throws InterruptedException {
    return runner().run(false, RunListener.SILENT);
  }

  private BulkRun runner() {
    return new BulkRun(
        source,
        new UserMapping(MigrationMode.HYBRID, new AttributeMapping(Map.of()), Map.of()),
        target,
        store.ledger(),
        store.runs(),
        Duration.ofMinutes(5),
        InstantSource.system());
  }

  private LedgerEntry entry(String id) {
    return store.ledger().find(new UserId(id)).orElseThrow();
  }
}
