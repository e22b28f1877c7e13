package dev.sluice.migration.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.run.People;
import dev.sluice.migration.verify.Disagreement.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the close, by the rules of the mode that is in force then; and with nothing to compare. */
class VerifiedCloseTest {
  private static final UserId ONE = new UserId("10000001-0000-4000-8000-000000000000");
  private static final UserId TWO = new UserId("20000002-0000-4000-8000-000000000000");

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
  void who_has_not_moved_when_the_mode_becomes_bulk_is_no_more_trusted()
      throws InterruptedException {
    scene.bulk();
    scene.moved(ONE);
    scene.bulk(MigrationMode.BULK);

    assertThat(bulkMode().equal(true)).isTrue();
    assertThat(scene.heard()).isEmpty();
  }

  @Test
  void who_is_unlinked_then_is_as_it_should_be_and_was_not_before() throws InterruptedException {
    scene.bulk();
    scene.target().unlink(ONE);

    assertThat(scene.verify().equal(false)).isFalse();
    assertThat(scene.heard()).extracting(Disagreement::kind).containsExactly(Kind.PASSWORD);
    assertThat(bulkMode().equal(true)).isTrue();
  }

  @Test
  void who_comes_only_after_the_close_must_still_owe_a_new_password() throws InterruptedException {
    scene.bulk(MigrationMode.BULK);
    scene
        .target()
        .tamper(
            VerificationScene.trusted(scene.target().stored(TWO).orElseThrow())
                .with(FirstPassword.NONE));

    assertThat(bulkMode().equal(false)).isFalse();
    assertThat(scene.heard()).extracting(Disagreement::kind).contains(Kind.PASSWORD);
  }

  @Test
  void a_close_that_is_taken_back_is_equal_again() throws InterruptedException {
    scene.bulk();
    scene.bulk(MigrationMode.BULK);
    scene.source().put(People.person("f0000099-0000-4000-8000-000000000000", "late", Map.of()));
    scene.bulk(MigrationMode.BULK);

    assertThat(bulkMode().equal(true)).isTrue();
    assertThat(scene.verify().equal(false)).isTrue();
  }

  @Test
  void where_nobody_was_compared_nothing_is_called_equal() throws InterruptedException {
    for (MigrationMode mode : MigrationMode.values()) {
      VerificationReport report = scene.verify(mode, Optional.empty());
      assertThat(report.compared()).isZero();
      assertThat(report.equal(false)).as(mode.name()).isFalse();
      assertThat(report.empty()).isEqualTo(mode == MigrationMode.SLOW);
    }
  }

  @Test
  void where_everybody_was_rejected_nothing_is_called_equal() throws InterruptedException {
    People.many(40)
        .forEach(user -> scene.target().refuse(user.id(), "The id belongs to another realm."));
    scene.bulk();

    VerificationReport report = scene.verify();
    assertThat(report.leftOut()).isEqualTo(40);
    assertThat(report.empty()).isTrue();
    assertThat(report.equal(false)).isFalse();
  }

  private VerificationReport bulkMode() throws InterruptedException {
    return scene.verify(MigrationMode.BULK, Optional.empty());
  }
}
