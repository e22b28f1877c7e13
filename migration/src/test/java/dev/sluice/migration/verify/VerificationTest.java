package dev.sluice.migration.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.migration.run.People;
import dev.sluice.migration.verify.Disagreement.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In what two users differ. */
class VerificationTest {
  private static final UserId ONE = new UserId("10000001-0000-4000-8000-000000000000");
  private static final UserId THREE = new UserId("30000003-0000-4000-8000-000000000000");

  @TempDir Path dir;
  private VerificationScene scene;

  @BeforeEach
  void open() {
    scene = new VerificationScene(dir, People.many(40));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void after_a_bulk_run_the_two_systems_are_equal() throws InterruptedException {
    scene.bulk();

    VerificationReport report = scene.verify();

    assertThat(scene.heard()).isEmpty();
    assertThat(report.equal(true)).isTrue();
    assertThat(report.read()).isEqualTo(40);
    assertThat(report.compared()).isEqualTo(40);
  }

  @Test
  void every_field_that_differs_is_told_with_both_values() throws InterruptedException {
    scene.bulk();
    scene
        .target()
        .tamper(scene.changed(ONE, "other@example.org", Map.of("custom:plan", List.of("no"))));
    scene.target().tamper(scene.withGroups(THREE, List.of("/vips")));

    VerificationReport report = scene.verify();

    assertThat(scene.heard())
        .extracting(
            Disagreement::id, Disagreement::field, Disagreement::wanted, Disagreement::found)
        .containsExactlyInAnyOrder(
            tuple(ONE, "email", "person1@example.org", "other@example.org"),
            tuple(ONE, "attribute custom:plan", "plan1", "no"),
            tuple(THREE, "groups", "/players", null));
    assertThat(scene.heard())
        .allMatch(each -> each.kind() == Kind.DIFFERENT && !each.changedSince());
    assertThat(report.users()).isEqualTo(2);
    assertThat(report.equal(false)).isFalse();
    assertThat(report.fields()).containsEntry("email", 1L);
  }

  @Test
  void a_group_of_the_source_is_compared_and_one_of_the_targets_own_is_not()
      throws InterruptedException {
    scene.bulk();
    scene.target().tamper(scene.withGroups(ONE, List.of("/players", "/of-the-realm")));

    scene.verify();

    assertThat(scene.heard())
        .extracting(Disagreement::field, Disagreement::wanted, Disagreement::found)
        .containsExactly(tuple("groups", null, "/players"));
  }

  @Test
  void who_is_trusted_more_than_at_the_source_is_told_apart() throws InterruptedException {
    scene.source().put(People.disabled(scene.source().lookup(ONE).orElseThrow()));
    scene.bulk();
    PlannedUser there = scene.target().stored(ONE).orElseThrow();
    scene.target().tamper(VerificationScene.trusted(there));

    scene.verify();

    assertThat(scene.heard())
        .extracting(Disagreement::kind, Disagreement::field)
        .containsExactlyInAnyOrder(
            tuple(Kind.MORE_TRUSTED, "enabled"), tuple(Kind.MORE_TRUSTED, "emailVerified"));
  }

  @Test
  void a_change_at_the_source_that_no_sync_has_brought_is_marked_so() throws InterruptedException {
    scene.bulk();
    scene
        .source()
        .put(
            People.withAttribute(
                scene.source().lookup(ONE).orElseThrow().withGroups(List.of()),
                "given_name",
                "Later"));

    scene.verify();

    assertThat(scene.heard())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.field()).isEqualTo("givenName");
          assertThat(each.changedSince()).isTrue();
        });
  }

  @Test
  void of_moved_users_the_profile_is_drift_and_existence_must_hold() throws InterruptedException {
    scene.bulk();
    scene.moved(ONE);
    scene.moved(THREE);
    scene.target().tamper(scene.changed(ONE, "own@example.org", Map.of()));
    scene.target().lose(THREE);

    VerificationReport report = scene.verify();

    assertThat(report.of(Kind.DRIFT)).isEqualTo(2);
    assertThat(report.drifted()).containsOnlyKeys("email", "attribute custom:plan");
    assertThat(report.of(Kind.MISSING)).isOne();
    assertThat(report.unequalUsers(false)).isOne();
    assertThat(report.unequalUsers(true)).isEqualTo(2);
    scene.target().write(List.of(PlannedUserBuilder.plain().id(THREE.value()).build()));
    scene.target().keepPassword(THREE);
    assertThat(scene.verify().equal(false)).isTrue();
    assertThat(scene.verify().equal(true)).isFalse();
  }

  @Test
  void a_ledger_and_a_target_that_differ_about_a_password_are_told() throws InterruptedException {
    scene.bulk();
    scene.target().keepPassword(ONE);
    scene.ledger().move("test", Change.migrated(THREE, MovedBy.PASSWORD));

    scene.verify();

    assertThat(scene.heard())
        .extracting(Disagreement::id, Disagreement::kind, Disagreement::found)
        .containsExactlyInAnyOrder(
            tuple(ONE, Kind.PASSWORD, "at the target"),
            tuple(THREE, Kind.PASSWORD, "moves at the first login"));
  }

  @Test
  void in_the_bulk_way_who_owes_a_new_password_is_as_the_ledger_says() throws InterruptedException {
    scene.bulk(MigrationMode.BULK);

    assertThat(scene.verify(MigrationMode.BULK, Optional.empty()).equal(true)).isTrue();
  }
}
