package dev.sluice.migration.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.source.GroupGoneException;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.archive.ArchiveSource;
import dev.sluice.migration.archive.export.ExportReport;
import dev.sluice.migration.archive.export.ExportRun;
import dev.sluice.migration.bulk.RunReport;
import dev.sluice.migration.run.People;
import dev.sluice.migration.run.RunListener;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools that are not as the documents say: one bad thing never stops the rest. */
class OddPoolTest {
  private static final int PEOPLE = 400;
  private static final int ODD = 16;

  @TempDir private Path dir;
  private SyncScene scene;

  @BeforeEach
  void open() {
    scene = new SyncScene(dir, People.many(PEOPLE));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void positions_that_are_refused_several_times_while_groups_are_read_stop_no_run()
      throws InterruptedException {
    refusePositions(4);

    RunReport report = scene.bulk();

    assertThat(report.totals().read()).isEqualTo(PEOPLE);
    assertThat(players()).isEqualTo(PEOPLE / 3 + 1);
    assertThat(report.notices())
        .containsExactly(
            "The source no longer knows a position, and this is read again: group players (4"
                + " times)");
  }

  @Test
  void a_group_that_vanishes_is_left_out_with_a_line() throws InterruptedException {
    scene.source.failNext(new GroupGoneException("players", new IllegalStateException()));

    RunReport report = scene.bulk();

    assertThat(report.totals().created()).isEqualTo(PEOPLE);
    assertThat(players()).isZero();
    assertThat(report.notices())
        .containsExactly("A group was deleted while the pool was read, and is left out: players");
  }

  @Test
  void a_user_on_two_pages_is_one_user_and_every_count_is_true() throws InterruptedException {
    scene.source.listingTwice();

    RunReport bulk = scene.bulk();
    assertThat(bulk.totals().read()).isEqualTo(PEOPLE);
    assertThat(bulk.totals().created()).isEqualTo(PEOPLE);
    assertThat(bulk.totals().alreadyDone()).isZero();
    assertThat(bulk.notices()).isEmpty();

    SyncReport sync = scene.sync();
    assertThat(sync.totals().read()).isEqualTo(PEOPLE);
    assertThat(sync.notices()).isEmpty();

    ExportReport export = export();
    assertThat(export.totals().read()).isEqualTo(PEOPLE);
    assertThat(archived()).doesNotHaveDuplicates().hasSize(PEOPLE);
  }

  @Test
  void users_whom_no_shard_can_hold_are_found_in_a_second_look() throws InterruptedException {
    beyondTheShards(0);

    RunReport bulk = scene.bulk();
    assertThat(scene.target.users()).hasSize(PEOPLE + ODD);
    assertThat(bulk.totals().read()).isEqualTo(PEOPLE + ODD);
    assertThat(bulk.totals().created()).isEqualTo(PEOPLE + ODD);
    assertThat(bulk.notices())
        .singleElement()
        .asString()
        .startsWith("400 users were read by the first digit of sub, but the pool estimates 416:");

    RunReport again = scene.bulk();
    assertThat(again.totals().read()).isEqualTo(PEOPLE + ODD);
    assertThat(again.totals().alreadyDone()).isEqualTo(PEOPLE + ODD);

    beyondTheShards(ODD);
    SyncReport sync = scene.sync();
    assertThat(sync.found(Finding.NEW)).isEqualTo(ODD);
    assertThat(sync.found(Finding.STILL_THERE)).isZero();
    assertThat(sync.totals().read()).isEqualTo(PEOPLE + 2 * ODD);
  }

  @Test
  void they_are_in_the_archive_too_once_each() throws InterruptedException {
    beyondTheShards(0);

    ExportReport report = export();

    assertThat(report.totals().read()).isEqualTo(PEOPLE + ODD);
    assertThat(archived()).doesNotHaveDuplicates().hasSize(PEOPLE + ODD);
  }

  @Test
  void a_difference_that_stays_is_told_however_small() throws InterruptedException {
    scene.source.hide(People.many(PEOPLE).get(7).id());

    String told = "399 users were read, but the pool estimates 400. ";
    assertThat(scene.bulk().notices()).anyMatch(notice -> notice.startsWith(told));
    assertThat(scene.plan().notices()).anyMatch(notice -> notice.startsWith(told));
    assertThat(export().notices()).anyMatch(notice -> notice.startsWith(told));
  }

  private void beyondTheShards(int from) {
    IntStream.range(from, from + ODD)
        .forEach(i ->
            scene.source.put(
                People.person(
                    "%c%07d-0000-4000-8000-000000000000".formatted("gzAF-_é".charAt(i % 7), i),
                    "odd" + i,
                    Map.of("email", "odd" + i + "@example.org"))));
  }

  private void refusePositions(int times) {
    IntStream.range(0, times)
        .forEach(time ->
            scene.source.failNext(
                new PositionRefusedException(
                    "Invalid pagination token.", new IllegalStateException())));
  }

  private long players() {
    return scene.target.users().stream().filter(user -> !user.groups().isEmpty()).count();
  }

  private ExportReport export() throws InterruptedException {
    return new ExportRun(scene.source, () -> scene.source.inOneChain(), InstantSource.system())
        .run(dir.resolve("archive"), List.of(), RunListener.SILENT);
  }

  private List<UserId> archived() {
    List<UserId> ids = new ArrayList<>();
    ArchiveSource archive = ArchiveSource.open(dir.resolve("archive"), Optional.empty());
    archive
        .shards()
        .forEach(shard -> {
          String position = null;
          do {
            var page = archive.read(shard, position);
            page.users().forEach(user -> ids.add(user.id()));
            position = page.next();
          } while (position != null);
        });
    return ids;
  }
}
