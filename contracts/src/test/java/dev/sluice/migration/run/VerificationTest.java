package dev.sluice.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.contracts.FakeTarget;
import dev.sluice.contracts.PlannedUserBuilder;
import dev.sluice.migration.Way;
import dev.sluice.migration.ledger.Change;
import dev.sluice.migration.ledger.LedgerStore;
import dev.sluice.migration.ledger.MigrationState;
import dev.sluice.migration.ledger.MovedBy;
import dev.sluice.migration.run.Disagreement.Kind;
import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.Segment;
import dev.sluice.migration.target.TargetCapability;
import dev.sluice.migration.user.FirstPassword;
import dev.sluice.migration.user.PlannedUser;
import dev.sluice.migration.user.SourceStatus;
import dev.sluice.migration.user.UserId;
import dev.sluice.migration.user.UserRecord;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  private static final UserId ONE = new UserId("10000001-0000-4000-8000-000000000000");
  private static final UserId THREE = new UserId("30000003-0000-4000-8000-000000000000");

  @TempDir Path dir;
  private SyncScene scene;
  private final List<Disagreement> heard = new ArrayList<>();

  @BeforeEach
  void open() {
    scene = new SyncScene(dir, People.many(40));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void after_a_bulk_run_the_two_systems_are_equal() throws InterruptedException {
    scene.bulk();

    VerificationReport report = verify();

    assertThat(heard).isEmpty();
    assertThat(report.equal(true)).isTrue();
    assertThat(report.read()).isEqualTo(40);
    assertThat(report.compared()).isEqualTo(40);
  }

  @Test
  void every_field_that_differs_is_told_with_both_values() throws InterruptedException {
    scene.bulk();
    scene.target.tamper(changed(ONE, "other@example.org", Map.of("custom:plan", List.of("no"))));
    scene.target.tamper(withGroups(THREE, List.of("/vips")));

    VerificationReport report = verify();

    assertThat(heard)
        .extracting(
            Disagreement::id, Disagreement::field, Disagreement::wanted, Disagreement::found)
        .containsExactlyInAnyOrder(
            tuple(ONE, "email", "person1@example.org", "other@example.org"),
            tuple(ONE, "attribute custom:plan", "plan1", "no"),
            tuple(THREE, "groups", "/players", null));
    assertThat(heard).allMatch(each -> each.kind() == Kind.DIFFERENT && !each.changedSince());
    assertThat(report.users()).isEqualTo(2);
    assertThat(report.equal(false)).isFalse();
    assertThat(report.fields()).containsEntry("email", 1L);
  }

  @Test
  void who_is_trusted_more_than_at_the_source_is_told_apart() throws InterruptedException {
    scene.source.put(People.disabled(scene.source.lookup(ONE).orElseThrow()));
    scene.bulk();
    PlannedUser there = scene.target.stored(ONE).orElseThrow();
    scene.target.tamper(trusted(there));

    verify();

    assertThat(heard)
        .extracting(Disagreement::kind, Disagreement::field)
        .containsExactlyInAnyOrder(
            tuple(Kind.MORE_TRUSTED, "enabled"), tuple(Kind.MORE_TRUSTED, "emailVerified"));
  }

  @Test
  void a_change_at_the_source_that_no_sync_has_brought_is_marked_so() throws InterruptedException {
    scene.bulk();
    scene.source.put(
        People.withAttribute(
            scene.source.lookup(ONE).orElseThrow().withGroups(List.of()), "given_name", "Later"));

    verify();

    assertThat(heard)
        .singleElement()
        .satisfies(each -> {
          assertThat(each.field()).isEqualTo("givenName");
          assertThat(each.changedSince()).isTrue();
        });
  }

  @Test
  void of_moved_users_the_profile_is_drift_and_existence_must_hold() throws InterruptedException {
    scene.bulk();
    moved(ONE);
    moved(THREE);
    scene.target.tamper(changed(ONE, "own@example.org", Map.of()));
    scene.target.lose(THREE);

    VerificationReport report = verify();

    assertThat(report.of(Kind.DRIFT)).isEqualTo(2);
    assertThat(report.drifted()).containsOnlyKeys("email", "attribute custom:plan");
    assertThat(report.of(Kind.MISSING)).isOne();
    scene.target.write(List.of(PlannedUserBuilder.plain().id(THREE.value()).build()));
    scene.target.keepPassword(THREE);
    assertThat(verify().equal(false)).isTrue();
    assertThat(verify().equal(true)).isFalse();
  }

  @Test
  void a_ledger_and_a_target_that_differ_about_a_password_are_told() throws InterruptedException {
    scene.bulk();
    scene.target.keepPassword(ONE);
    scene.store.ledger().move("test", Change.migrated(THREE, MovedBy.PASSWORD));

    verify();

    assertThat(heard)
        .extracting(Disagreement::id, Disagreement::kind, Disagreement::found)
        .containsExactlyInAnyOrder(
            tuple(ONE, Kind.PASSWORD, "at the target"),
            tuple(THREE, Kind.PASSWORD, "moves at the first login"));
  }

  @Test
  void who_is_missing_or_unexpected_or_not_brought_yet_is_told() throws InterruptedException {
    scene.bulk();
    scene.target.lose(ONE);
    UserRecord late =
        People.person("f0000099-0000-4000-8000-000000000000", "late", Map.of("email", "l@e.org"));
    scene.source.put(late);
    PlannedUser stranger =
        PlannedUserBuilder.plain().firstPassword(FirstPassword.AT_FIRST_LOGIN).build();
    scene.target.write(List.of(stranger));
    scene.source.remove(THREE);

    VerificationReport report = verify();

    assertThat(heard)
        .extracting(Disagreement::id, Disagreement::kind)
        .containsExactlyInAnyOrder(
            tuple(ONE, Kind.MISSING),
            tuple(late.id(), Kind.NOT_BROUGHT),
            tuple(stranger.id(), Kind.UNEXPECTED),
            tuple(THREE, Kind.NOT_IN_SOURCE));
    assertThat(report.equal(false)).isFalse();
  }

  @Test
  void merged_and_rejected_users_are_left_out() throws InterruptedException {
    UserRecord linked =
        People.withAccounts(
            People.person("a0000050-0000-4000-8000-000000000000", "linked", Map.of()),
            SourceStatus.CONFIRMED,
            "g-1");
    UserRecord earlier =
        People.withAccounts(
            People.person("b0000051-0000-4000-8000-000000000000", "Google_g-1", Map.of()),
            SourceStatus.EXTERNAL_PROVIDER,
            "g-1");
    scene.source.put(linked);
    scene.source.put(earlier);
    scene.target.refuse(ONE, "Not this one.");
    scene.bulk();
    assertThat(scene.entry(earlier.id()).state()).isEqualTo(MigrationState.MERGED);

    VerificationReport report = verify();

    assertThat(heard).isEmpty();
    assertThat(report.leftOut()).isEqualTo(2);
    assertThat(report.compared()).isEqualTo(40);
  }

  @Test
  void in_the_bulk_way_who_owes_a_new_password_is_as_the_ledger_says() throws InterruptedException {
    scene.bulk(Way.BULK);

    assertThat(verify(Way.BULK, Optional.empty()).equal(true)).isTrue();
  }

  @Test
  void a_segment_alone_is_compared() throws InterruptedException {
    scene.bulk();
    scene.target.lose(ONE);
    scene.target.lose(THREE);
    Segment players = new Segment("players", new Condition.InGroup("players"));

    VerificationReport report = verify(Way.HYBRID, Optional.of(players));

    assertThat(heard).extracting(Disagreement::id).containsExactly(THREE);
    assertThat(report.outside()).isEqualTo(26);
  }

  @Test
  void a_target_that_cannot_be_read_back_is_refused() {
    Set<TargetCapability> most = EnumSet.allOf(TargetCapability.class);
    most.remove(TargetCapability.READS_BACK);
    scene.close();
    scene = new SyncScene(dir, People.many(1), new FakeTarget(most));

    assertThatThrownBy(this::verify)
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining("READS_BACK");
  }

  private VerificationReport verify() throws InterruptedException {
    return verify(Way.HYBRID, Optional.empty());
  }

  private VerificationReport verify(Way way, Optional<Segment> only) throws InterruptedException {
    heard.clear();
    String file = "scratch" + java.util.UUID.randomUUID() + ".db";
    try (LedgerStore scratch = LedgerStore.open("jdbc:sqlite:" + dir.resolve(file))) {
      return new Verification(
              scene.source,
              SyncScene.mapping(way),
              scene.target,
              scene.store.ledger(),
              scene.store.looks(),
              scratch.runs(),
              InstantSource.system())
          .run(only, new Listener());
    }
  }

  private void moved(UserId id) {
    scene.target.keepPassword(id);
    scene.store.ledger().move("test", Change.migrated(id, MovedBy.PASSWORD));
  }

  private PlannedUser changed(UserId id, String email, Map<String, List<String>> attributes) {
    PlannedUser there = scene.target.stored(id).orElseThrow();
    Map<String, List<String>> all = new HashMap<>(attributes);
    all.put("of-the-realm", List.of("no difference"));
    return with(there, there.enabled(), email, there.emailVerified(), all, there.groups());
  }

  private PlannedUser withGroups(UserId id, List<String> groups) {
    PlannedUser there = scene.target.stored(id).orElseThrow();
    return with(there, there.enabled(), there.email(), false, there.attributes(), groups);
  }

  private static PlannedUser trusted(PlannedUser there) {
    return with(there, true, there.email(), true, there.attributes(), there.groups());
  }

  private static PlannedUser with(
      PlannedUser there,
      boolean enabled,
      @Nullable String email,
      boolean emailVerified,
      Map<String, List<String>> attributes,
      List<String> groups) {
    return new PlannedUser(
        there.id(),
        there.username(),
        enabled,
        email,
        emailVerified,
        there.phoneNumber(),
        there.phoneNumberVerified(),
        there.givenName(),
        there.familyName(),
        attributes,
        groups,
        there.identities(),
        there.firstPassword(),
        there.obligations(),
        there.createdAt());
  }

  private final class Listener implements VerificationListener {
    @Override
    public void progressed(RunProgress progress) {}

    @Override
    public void noticed(String notice) {}

    @Override
    public void disagreed(Disagreement disagreement) {
      heard.add(disagreement);
    }
  }
}
