package dev.sluice.migration.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.People;
import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.Segment;
import dev.sluice.migration.verify.Disagreement.Kind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is there, and who should be. */
class VerifiedPeopleTest {
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
  void who_is_missing_or_unexpected_or_not_brought_yet_is_told() throws InterruptedException {
    scene.bulk();
    scene.target().lose(ONE);
    UserRecord late =
        People.person("f0000099-0000-4000-8000-000000000000", "late", Map.of("email", "l@e.org"));
    scene.source().put(late);
    PlannedUser stranger =
        PlannedUserBuilder.plain().firstPassword(FirstPassword.AT_FIRST_LOGIN).build();
    scene.target().write(List.of(stranger));
    scene.source().remove(THREE);

    VerificationReport report = scene.verify();

    assertThat(scene.heard())
        .extracting(Disagreement::id, Disagreement::kind)
        .containsExactlyInAnyOrder(
            tuple(ONE, Kind.MISSING),
            tuple(late.id(), Kind.NOT_BROUGHT),
            tuple(stranger.id(), Kind.UNEXPECTED),
            tuple(THREE, Kind.NOT_IN_SOURCE));
    assertThat(report.equal(false)).isFalse();
  }

  @Test
  void who_was_deleted_at_the_target_and_is_still_in_the_pool_is_told()
      throws InterruptedException {
    scene.bulk();
    scene.target().lose(ONE);
    scene.ledger().move("test", Change.gone(ONE));
    scene.ledger().move("test", Change.gone(THREE));
    scene.target().lose(THREE);
    scene.source().remove(THREE);

    scene.verify();

    assertThat(scene.heard())
        .extracting(Disagreement::id, Disagreement::kind)
        .containsExactly(tuple(ONE, Kind.DELETED));
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
    scene.source().put(linked);
    scene.source().put(earlier);
    scene.target().refuse(ONE, "Not this one.");
    scene.bulk();
    assertThat(scene.entry(earlier.id()).state()).isEqualTo(MigrationState.MERGED);

    VerificationReport report = scene.verify();

    assertThat(scene.heard()).isEmpty();
    assertThat(report.leftOut()).isEqualTo(2);
    assertThat(report.compared()).isEqualTo(40);
  }

  @Test
  void a_segment_alone_is_compared() throws InterruptedException {
    scene.bulk();
    scene.target().lose(ONE);
    scene.target().lose(THREE);
    Segment players = new Segment("players", new Condition.InGroup("players"));

    VerificationReport report = scene.verify(MigrationMode.HYBRID, Optional.of(players));

    assertThat(scene.heard()).extracting(Disagreement::id).containsExactly(THREE);
    assertThat(report.outside()).isEqualTo(26);
  }

  @Test
  void a_target_that_cannot_be_read_back_is_refused() {
    Set<TargetCapability> most = EnumSet.allOf(TargetCapability.class);
    most.remove(TargetCapability.READS_BACK);
    scene.close();
    scene = new VerificationScene(dir, People.many(1), new FakeTarget(most));

    assertThatThrownBy(scene::verify)
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining("READS_BACK");
  }
}
