package dev.sluice.targets.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a file when things go wrong around it. */
class FilesTargetTest {
  @TempDir private Path folder;
  private final PlannedUser ada = PlannedUserBuilder.plain().names("Ada", "Č").build();
  private final PlannedUser bob = PlannedUserBuilder.plain().build();

  @Test
  void another_process_finds_who_was_written_before_it() {
    write(ada);

    try (FilesTarget later = new FilesTarget(folder)) {
      assertThat(later.write(List.of(ada, bob)))
          .containsExactly(
              new WriteOutcome.AlreadyThere(ada.id()), new WriteOutcome.Created(bob.id()));
    }
    assertThat(new StoredLines(folder).all()).hasSize(2);
  }

  @Test
  void half_a_line_of_a_process_that_was_killed_is_cut_off_and_written_whole() throws IOException {
    write(ada);
    write(bob);
    byte[] whole = Files.readAllBytes(file());
    int ofAda = new String(whole, UTF_8).indexOf('\n') + 2;

    for (int bytes : List.of(0, 1, ofAda - 3, ofAda, whole.length - 1)) {
      Files.write(file(), Arrays.copyOf(whole, bytes));
      try (FilesTarget target = new FilesTarget(folder)) {
        assertThat(target.write(List.of(ada, bob)))
            .extracting(WriteOutcome::id)
            .containsExactly(ada.id(), bob.id());
      }
      assertThat(Files.readAllBytes(file())).as("after %d bytes", bytes).isEqualTo(whole);
    }
  }

  @Test
  void what_cannot_be_written_may_be_tried_again_and_is_there_once() throws IOException {
    Path missing = folder.resolve("missing");
    try (FilesTarget target = new FilesTarget(missing)) {
      assertThat(target.check()).isInstanceOf(Readiness.NotReady.class);
      assertThat(target.write(List.of(ada)))
          .singleElement()
          .isInstanceOfSatisfying(
              WriteOutcome.TryLater.class,
              later -> assertThat(later.problem()).contains(missing.toString()));
      Files.createDirectory(missing);
      assertThat(target.write(List.of(ada))).containsExactly(new WriteOutcome.Created(ada.id()));
    }
    assertThat(new StoredLines(missing).all()).hasSize(1);
  }

  @Test
  void two_do_not_write_at_once() {
    try (FilesTarget first = new FilesTarget(folder);
        FilesTarget second = new FilesTarget(folder)) {
      first.write(List.of(ada));

      assertThat(second.write(List.of(bob)))
          .singleElement()
          .isInstanceOf(WriteOutcome.TryLater.class);
      assertThat(new StoredLines(folder).all()).hasSize(1);
    }
  }

  @Test
  void a_file_with_something_else_in_it_is_left_as_it_is() throws IOException {
    Files.writeString(file(), "id;name\n", StandardOpenOption.CREATE);

    try (FilesTarget target = new FilesTarget(folder)) {
      assertThat(target.write(List.of(ada)))
          .singleElement()
          .isInstanceOfSatisfying(
              WriteOutcome.TryLater.class,
              later -> assertThat(later.problem()).contains("users.jsonl"));
    }
    assertThat(file()).hasContent("id;name\n");
  }

  @Test
  void nobody_but_the_owner_reads_it() throws IOException {
    write(ada);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  private void write(PlannedUser user) {
    try (FilesTarget target = new FilesTarget(folder)) {
      assertThat(target.write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));
    }
  }

  private Path file() {
    return folder.resolve("users.jsonl");
  }
}
