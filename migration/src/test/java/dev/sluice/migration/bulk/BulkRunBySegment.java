package dev.sluice.migration.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.RunScope;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.ledger.jdbc.OpenedLedger;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a bulk run limited to a segment does to those in it, and to all the others. */
abstract class BulkRunBySegment extends OpenedLedger {
  private static final int PEOPLE = 300;
  private static final Segment BETA = new Segment("beta", new Condition.InGroup("beta"));
  private static final Segment STAFF =
      new Segment("staff", new Condition.AttributeIs("custom:staff", "yes"));

  /** Every third is in the group beta, every fifth of the staff. */
  private final List<UserRecord> people =
      IntStream.range(0, PEOPLE).mapToObj(BulkRunBySegment::numbered).toList();

  private final FakeUserSource source = new FakeUserSource(people).withPagesOf(7);
  private final FakeTarget target = new FakeTarget();

  @Test
  void those_inside_are_moved_and_the_others_only_seen() throws InterruptedException {
    RunReport report = run(BETA);

    assertThat(target.users())
        .hasSize(100)
        .allSatisfy(user -> assertThat(user.groups()).contains("/beta"));
    assertThat(states())
        .isEqualTo(Map.of(MigrationState.IMPORTED, 100L, MigrationState.DISCOVERED, 200L));
    assertThat(report.totals().read()).isEqualTo(PEOPLE);
    assertThat(report.totals().created()).isEqualTo(100);
    assertThat(report.totals().outside()).isEqualTo(200);
    assertThat(report.totals().alreadyDone()).isZero();
  }

  @Test
  void another_segment_and_then_everybody_follow_and_nobody_is_moved_twice()
      throws InterruptedException {
    run(BETA);

    RunReport staff = run(STAFF);
    assertThat(staff.totals().created()).isEqualTo(40);
    assertThat(staff.totals().alreadyDone()).isEqualTo(20);
    assertThat(staff.totals().outside()).isEqualTo(240);

    RunReport rest = everybody();
    assertThat(rest.totals().created()).isEqualTo(160);
    assertThat(rest.totals().outside()).isZero();
    assertThat(target.users()).extracting(PlannedUser::id).hasSize(PEOPLE).doesNotHaveDuplicates();
    assertThat(states()).isEqualTo(Map.of(MigrationState.IMPORTED, (long) PEOPLE));
  }

  @Test
  void a_run_of_one_segment_that_was_cut_short_is_not_gone_on_with_for_another()
      throws InterruptedException {
    target.dieAfter(55);
    assertThatThrownBy(() -> run(BETA)).isInstanceOf(RuntimeException.class);

    RunReport staff = run(STAFF);
    assertThat(staff.resumed()).isFalse();
    assertThat(stateOf(people.get(15))).isEqualTo(MigrationState.IMPORTED);
    assertThat(people)
        .filteredOn(BulkRunBySegment::isStaff)
        .allSatisfy(user -> assertThat(stateOf(user)).isEqualTo(MigrationState.IMPORTED));

    RunReport beta = run(BETA);
    assertThat(beta.resumed()).isTrue();
    assertThat(states())
        .isEqualTo(Map.of(MigrationState.IMPORTED, 140L, MigrationState.DISCOVERED, 160L));
    assertThat(target.users()).hasSize(140);
  }

  @Test
  void after_a_run_for_everybody_an_unfinished_one_for_a_segment_is_over()
      throws InterruptedException {
    target.dieAfter(55);
    assertThatThrownBy(() -> run(BETA)).isInstanceOf(RuntimeException.class);

    everybody();

    assertThat(store.runs().unfinished(RunKind.BULK)).isEmpty();
    assertThat(run(BETA).resumed()).isFalse();
    assertThat(target.users()).hasSize(PEOPLE);
  }

  @Test
  void two_segments_are_never_moved_at_once() {
    try (RunLog.OpenRun other =
        store.runs().open(RunKind.BULK, new RunScope("staff", STAFF.words())).orElseThrow()) {
      assertThat(other.resumed()).isFalse();
      assertThatThrownBy(() -> run(BETA)).isInstanceOf(ConditionException.class);
      assertThatThrownBy(this::everybody).isInstanceOf(ConditionException.class);
    }
  }

  @Test
  void of_those_who_were_rejected_only_those_inside_are_tried_again() throws InterruptedException {
    UserId inside = people.get(3).id();
    UserId outside = people.get(4).id();
    target.refuse(inside, "Not today.");
    target.refuse(outside, "Not today either.");
    everybody();
    target.accept(inside);
    target.accept(outside);

    run(BETA);
    assertThat(entry(inside).state()).isEqualTo(MigrationState.REJECTED);

    bulk().run(Optional.of(BETA), true, RunListener.SILENT);
    assertThat(entry(inside).state()).isEqualTo(MigrationState.IMPORTED);
    assertThat(entry(outside).state()).isEqualTo(MigrationState.REJECTED);
    assertThat(entry(outside).why()).contains("Not today either");
  }

  @Test
  void who_has_an_account_at_a_provider_moves_with_the_own_segment_and_is_counted_once()
      throws InterruptedException {
    UserRecord inside = atProvider("social-in", "beta");
    UserRecord outside = atProvider("social-out", "other");
    source.put(inside);
    source.put(outside);

    RunReport report = run(BETA);

    assertThat(stateOf(inside)).isEqualTo(MigrationState.IMPORTED);
    assertThat(stateOf(outside)).isEqualTo(MigrationState.DISCOVERED);
    assertThat(target.stored(outside.id())).isEmpty();
    assertThat(report.totals().read()).isEqualTo(PEOPLE + 2);
    assertThat(report.totals().created()).isEqualTo(101);
    assertThat(report.totals().outside()).isEqualTo(201);
    assertThat(report.totals().alreadyDone()).isZero();
    assertThat(everybody().totals().created()).isEqualTo(201);
  }

  private RunReport run(Segment segment) throws InterruptedException {
    return bulk().run(Optional.of(segment), false, RunListener.SILENT);
  }

  private RunReport everybody() throws InterruptedException {
    return bulk().run(false, RunListener.SILENT);
  }

  private BulkRun bulk() {
    UserMapping mapping =
        new UserMapping(MigrationMode.HYBRID, new AttributeMapping(Map.of()), Map.of());
    return new BulkRun(
        source, mapping, target, ledger, store.runs(), Duration.ofMinutes(5), () -> now);
  }

  private Map<MigrationState, Long> states() {
    return ledger.tally().states();
  }

  private LedgerEntry entry(UserId id) {
    return ledger.find(id).orElseThrow();
  }

  private MigrationState stateOf(UserRecord user) {
    return entry(user.id()).state();
  }

  private static boolean isStaff(UserRecord user) {
    return "yes".equals(user.attribute("custom:staff"));
  }

  private static UserRecord numbered(int i) {
    return person(
        "%x%07d-0000-4000-8000-000000000000".formatted(i % 16, i),
        "person" + i,
        Map.of("email", "person" + i + "@example.org", "custom:staff", i % 5 == 0 ? "yes" : "no"),
        List.of(),
        i % 3 == 0 ? List.of("beta") : List.of("other"));
  }

  private static UserRecord atProvider(String name, String group) {
    return person(
        "a-" + name,
        name,
        Map.of("locale", "nl"),
        List.of(new ExternalIdentity("Google", "Google", "g-" + name, null, false, START)),
        List.of(group));
  }

  private static UserRecord person(
      String id,
      String username,
      Map<String, String> attributes,
      List<ExternalIdentity> identities,
      List<String> groups) {
    return new UserRecord(
        new UserId(id),
        username,
        SourceStatus.CONFIRMED,
        true,
        attributes,
        identities,
        groups,
        Instant.parse("2018-07-06T05:04:03Z"),
        START);
  }
}
