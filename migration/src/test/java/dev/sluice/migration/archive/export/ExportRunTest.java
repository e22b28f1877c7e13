package dev.sluice.migration.archive.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.migration.archive.ArchiveSource;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.People;
import dev.sluice.migration.run.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportRunTest {
  private static final int PEOPLE = 320;

  @TempDir private Path place;

  private final List<UserRecord> people = People.many(PEOPLE);
  private final FakeUserSource source = new FakeUserSource(people).withPagesOf(9);

  @Test
  void everybody_is_in_the_archive_once_with_groups() throws InterruptedException {
    ExportReport report = export();

    assertThat(ids()).containsExactlyInAnyOrderElementsOf(idsOf(people));
    assertThat(players()).isEqualTo(people.stream().filter(u -> !u.groups().isEmpty()).count());
    assertThat(report.totals().read()).isEqualTo(PEOPLE);
    assertThat(report.resumed()).isFalse();
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void an_export_that_failed_goes_on_and_reads_no_page_of_users_twice()
      throws InterruptedException {
    for (int failures = 0; failures < 3; failures++) {
      source.failNext(new SourceException("the pool is away"));
      assertThatThrownBy(this::export).hasMessage("the pool is away");
    }
    ExportReport report = export();

    assertThat(report.resumed()).isTrue();
    assertThat(report.totals().read()).isEqualTo(PEOPLE);
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(idsOf(people));
  }

  @Test
  void a_page_that_was_written_and_not_recorded_is_written_over()
      throws InterruptedException, IOException {
    source.failNext(new SourceException("the pool is away"));
    assertThatThrownBy(this::export).hasMessage("the pool is away");
    for (Path file : filesOf(archive())) {
      Files.write(file, new byte[333], StandardOpenOption.APPEND);
    }
    export();

    assertThat(ids()).containsExactlyInAnyOrderElementsOf(idsOf(people));
  }

  @Test
  void a_file_that_lost_what_was_recorded_is_read_again() throws InterruptedException, IOException {
    source.failNext(new SourceException("the pool is away"));
    assertThatThrownBy(this::export).hasMessage("the pool is away");
    for (Path file : filesOf(archive())) {
      Files.write(file, new byte[0]);
    }
    export();

    assertThat(ids()).containsExactlyInAnyOrderElementsOf(idsOf(people));
  }

  @Test
  void a_position_that_the_pool_forgot_costs_one_part_and_is_said() throws InterruptedException {
    source.failNext(new PositionRefusedException("token too old", new IllegalStateException()));
    ExportReport report = export();

    assertThat(report.notices())
        .singleElement()
        .asString()
        .startsWith("The source no longer knows a position");
    assertThat(report.totals().read()).isEqualTo(PEOPLE);
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(idsOf(people));
  }

  @Test
  void a_directory_with_anything_else_in_it_is_left_alone() throws IOException {
    Files.createDirectories(archive());
    Files.writeString(archive().resolve("thesis.txt"), "three years of work");

    assertThatThrownBy(this::export)
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining("is not empty");
    assertThat(filesOf(archive())).hasSize(1);
  }

  @Test
  void a_finished_archive_is_left_alone() throws InterruptedException {
    export();

    assertThatThrownBy(this::export)
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining("holds a finished archive");
  }

  @Test
  void a_group_that_is_gone_when_the_export_goes_on_leaves_no_file() throws InterruptedException {
    source.failNext(new SourceException("the pool is away"));
    assertThatThrownBy(this::export).hasMessage("the pool is away");
    people.forEach(user -> source.put(user.withGroups(List.of("renamed"))));
    source.removeGroup("players");
    export();

    assertThat(ArchiveSource.open(archive(), Optional.empty()).groups())
        .singleElement()
        .satisfies(group -> assertThat(group.name()).isEqualTo("renamed"));
  }

  private ExportReport export() throws InterruptedException {
    return new ExportRun(source, source::inOneChain, InstantSource.system())
        .run(archive(), List.of(), RunListener.SILENT);
  }

  private Path archive() {
    return place.resolve("archive");
  }

  private static List<Path> filesOf(Path directory) throws IOException {
    try (var all = Files.list(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private List<UserId> ids() {
    ArchiveSource archive = ArchiveSource.open(archive(), Optional.empty());
    List<UserId> ids = new ArrayList<>();
    for (Shard shard : archive.shards()) {
      @Nullable String position = null;
      do {
        UserPage page = archive.read(shard, position);
        ids.addAll(idsOf(page.users()));
        position = page.next();
      } while (position != null);
    }
    return ids;
  }

  private long players() {
    ArchiveSource archive = ArchiveSource.open(archive(), Optional.empty());
    long found = 0;
    @Nullable String position = null;
    do {
      MemberPage page = archive.members("players", position);
      found += page.members().size();
      position = page.next();
    } while (position != null);
    return found;
  }

  private static List<UserId> idsOf(List<UserRecord> users) {
    return users.stream().map(UserRecord::id).toList();
  }
}
