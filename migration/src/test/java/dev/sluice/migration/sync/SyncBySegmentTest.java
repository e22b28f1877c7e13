package dev.sluice.migration.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.run.People;
import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.Segment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sync limited to a segment does to those in it, and to all the others. */
class SyncBySegmentTest {
  private static final int PEOPLE = 300;
  private static final Segment PLAYERS = new Segment("players", new Condition.InGroup("players"));

  /** Every third is a player. */
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
  void what_has_changed_inside_arrives_and_what_has_changed_outside_waits_for_its_turn()
      throws InterruptedException {
    scene.bulk();
    UserRecord inside = People.withAttribute(people.get(3), "email", "in@example.org");
    UserRecord outside = People.withAttribute(people.get(4), "email", "out@example.org");
    scene.source.put(inside);
    scene.source.put(outside);

    SyncReport report = scene.sync(PLAYERS);

    assertThat(report.found()).isEqualTo(Map.of(Finding.CHANGED, 1L));
    assertThat(report.totals().read()).isEqualTo(PEOPLE);
    assertThat(report.totals().outside()).isEqualTo(200);
    assertThat(emailOf(inside)).isEqualTo("in@example.org");
    assertThat(emailOf(outside)).isEqualTo(people.get(4).email());
    assertThat(scene.entry(outside.id()).email()).isEqualTo(people.get(4).email());

    assertThat(scene.sync().found()).isEqualTo(Map.of(Finding.CHANGED, 1L));
    assertThat(emailOf(outside)).isEqualTo("out@example.org");
  }

  @Test
  void somebody_new_outside_is_not_brought_and_not_recorded() throws InterruptedException {
    scene.bulk();
    UserRecord outside = People.person("eeeeeeee-0", "fresh", Map.of("email", "f@example.org"));
    UserRecord inside =
        People.person("eeeeeeee-1", "player", Map.of("email", "p@example.org"))
            .withGroups(List.of("players"));
    scene.source.put(outside);
    scene.source.put(inside);

    assertThat(scene.sync(PLAYERS).found()).isEqualTo(Map.of(Finding.NEW, 1L));

    assertThat(scene.target.stored(inside.id())).isPresent();
    assertThat(scene.target.stored(outside.id())).isEmpty();
    assertThat(scene.store.ledger().find(outside.id())).isEmpty();
    assertThat(scene.sync().found()).isEqualTo(Map.of(Finding.NEW, 1L));
  }

  @Test
  void nobody_is_removed_for_who_has_no_profile_is_in_no_segment() throws InterruptedException {
    scene.bulk();
    scene.source.remove(people.get(3).id());
    scene.source.remove(people.get(4).id());

    SyncReport report = scene.sync(PLAYERS);

    assertThat(report.found()).isEmpty();
    assertThat(report.held()).isEmpty();
    assertThat(report.notices())
        .singleElement()
        .asString()
        .startsWith("2 users are no longer in the pool.");
    assertThat(scene.target.users()).hasSize(PEOPLE);
    assertThat(scene.sync().found()).isEqualTo(Map.of(Finding.GONE, 2L));
  }

  @Test
  void a_plan_tells_exactly_what_it_then_finds() throws InterruptedException {
    scene.bulk();
    scene.source.put(People.withAttribute(people.get(3), "custom:plan", "silver"));
    scene.source.put(People.withAttribute(people.get(4), "custom:plan", "silver"));
    scene.source.remove(people.get(6).id());

    SyncPlan plan = scene.plan(Optional.of(PLAYERS));

    assertThat(plan.found()).isEqualTo(Map.of(Finding.CHANGED, 1L));
    assertThat(plan.outside()).isEqualTo(200);
    assertThat(plan.held()).isEmpty();
    SyncReport report = scene.sync(PLAYERS);
    assertThat(report.found()).isEqualTo(plan.found());
    assertThat(report.notices()).isEqualTo(plan.notices()).hasSize(1);
  }

  @Test
  void one_that_was_cut_short_is_gone_on_with_for_the_same_segment_only()
      throws InterruptedException {
    scene.target.dieAfter(20);
    assertThatThrownBy(() -> scene.sync(PLAYERS)).isInstanceOf(RuntimeException.class);

    SyncReport everybody = scene.sync();
    assertThat(everybody.resumed()).isFalse();
    assertThat(scene.target.users()).extracting(PlannedUser::id).doesNotHaveDuplicates();
    assertThat(scene.store.ledger().tally().states())
        .isEqualTo(Map.of(MigrationState.IMPORTED, (long) PEOPLE));
    assertThat(scene.sync(PLAYERS).resumed()).isFalse();
  }

  @Test
  void between_a_sync_of_everybody_that_died_and_its_end_one_of_a_segment_can_be_made()
      throws InterruptedException {
    scene.target.dieAfter(50);
    assertThatThrownBy(() -> scene.sync()).isInstanceOf(RuntimeException.class);

    assertThat(scene.sync(PLAYERS).resumed()).isFalse();
    scene.source.remove(people.get(3).id());
    SyncReport rest = scene.sync();

    assertThat(rest.resumed()).isTrue();
    assertThat(scene.target.users()).hasSizeGreaterThanOrEqualTo(PEOPLE - 1);
    assertThat(scene.sync().held()).isEmpty();
    assertThat(scene.target.users()).hasSize(PEOPLE - 1);
    assertThat(scene.store.ledger().tally().states())
        .isEqualTo(Map.of(MigrationState.IMPORTED, PEOPLE - 1L, MigrationState.GONE, 1L));
  }

  private String emailOf(UserRecord user) {
    return String.valueOf(scene.target.stored(user.id()).orElseThrow().email());
  }
}
