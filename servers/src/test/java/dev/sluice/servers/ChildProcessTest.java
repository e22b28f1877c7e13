package dev.sluice.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it looks at once whether processes are gone")
class ChildProcessTest {
  @TempDir Path directory;

  @Test
  void a_closed_child_is_gone_with_all_it_started_and_its_scratch_directory() throws Exception {
    Path scratch = Files.createDirectory(directory.resolve("scratch"));
    var child = ChildProcess.start(familyOfTwo(scratch));
    child.awaitReady(() -> child.processes().size() >= 3, Duration.ofSeconds(20));
    List<ProcessHandle> family = child.processes();
    child.close();
    assertThat(family).noneMatch(ChildProcessTest::runs);
    assertThat(scratch).doesNotExist();
  }

  @Test
  void a_child_that_ignores_the_signal_is_killed() throws Exception {
    var stubborn = List.of("sh", "-c", "trap '' TERM; echo up; while :; do sleep 1; done");
    Path log = directory.resolve("log");
    var child = ChildProcess.start(Launch.of(stubborn, directory, log));
    child.awaitReady(() -> LogTail.of(log, 1).contains("up"), Duration.ofSeconds(20));
    child.close();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void a_killed_child_is_gone_at_once_with_all_it_started() throws Exception {
    Path scratch = Files.createDirectory(directory.resolve("scratch"));
    var child = ChildProcess.start(familyOfTwo(scratch));
    child.awaitReady(() -> child.processes().size() >= 3, Duration.ofSeconds(20));
    List<ProcessHandle> family = child.processes();
    child.kill();
    assertThat(child.awaitExit(Duration.ZERO)).hasValue(128 + 9);
    assertThat(family).noneMatch(ChildProcessTest::runs);
    assertThat(scratch).doesNotExist();
    child.close();
  }

  @Test
  void a_child_killed_as_soon_as_it_is_started_is_gone_too() {
    Path log = directory.resolve("log");
    var child = ChildProcess.start(Launch.of(List.of("sleep", "600"), directory, log));
    child.kill();
    assertThat(child.isAlive()).isFalse();
    child.close();
  }

  @Test
  void what_a_child_says_of_errors_can_be_kept_apart() {
    Path log = directory.resolve("log");
    Path errors = directory.resolve("errors");
    var command = List.of("sh", "-c", "echo all well; echo oh dear >&2; kill -KILL $$");
    try (var child = ChildProcess.start(Launch.of(command, directory, log).withErrors(errors))) {
      assertThat(child.awaitExit(Duration.ofSeconds(20))).hasValue(128 + 9);
    }
    assertThat(log).hasContent("all well\n");
    assertThat(errors).hasContent("oh dear\n");
  }

  @Test
  void a_child_that_goes_on_has_no_exit_code() {
    Path log = directory.resolve("log");
    try (var child = ChildProcess.start(Launch.of(List.of("sleep", "600"), directory, log))) {
      assertThat(child.awaitExit(Duration.ofMillis(50))).isEmpty();
    }
  }

  @Test
  void a_killed_owner_leaves_no_child() throws Exception {
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OwnerOfAChild.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle child = ProcessHandle.of(pidSaidBy(owner)).orElseThrow();
    assertThat(child.isAlive()).isTrue();
    owner.destroyForcibly().waitFor();
    child.onExit().get(20, TimeUnit.SECONDS);
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void a_child_that_ends_before_it_is_ready_is_reported_with_the_end_of_its_log() {
    var command = List.of("sh", "-c", "echo no such port; exit 7");
    try (var child = ChildProcess.start(Launch.of(command, directory, directory.resolve("log")))) {
      assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(20)))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("exit code 7")
          .hasMessageContaining("no such port");
    }
  }

  @Test
  void a_child_sees_the_variables_it_was_given() throws IOException {
    Path log = directory.resolve("log");
    var launch =
        new Launch(
            List.of("sh", "-c", "echo got $COLOUR"),
            Map.of("COLOUR", "teal"),
            directory,
            log,
            "TERM",
            Optional.empty());
    try (var child = ChildProcess.start(launch)) {
      assertThat(child.awaitExit()).isZero();
    }
    assertThat(Files.readString(log)).isEqualTo("got teal\n");
  }

  private Launch familyOfTwo(Path scratch) {
    return new Launch(
        List.of("sh", "-c", "sleep 600 & sleep 600"),
        Map.of(),
        directory,
        directory.resolve("log"),
        "TERM",
        Optional.of(scratch));
  }

  /** An orphan that has ended stays a process without a command until somebody reaps it. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static long pidSaidBy(Process owner) throws IOException {
    try (BufferedReader said = owner.inputReader()) {
      return Long.parseLong(said.readLine());
    }
  }
}
