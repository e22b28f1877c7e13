package dev.sluice.app.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.user.UserId;
import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BulkCommandTest {
  private static final int USERS = 240;

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void open() throws IOException {
    scene = new Scene(folder, USERS);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void without_execute_it_says_what_it_would_do_and_changes_nothing() throws IOException {
    scene.configure("hybrid", 30);
    Result result = scene.run("bulk");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("Would move about 240 users", "in hybrid mode", "Already done: 0.")
        .contains("Pace: 30.0 requests/s", "1,800 users/s", "at least 0 min 01 s")
        .endsWith("Nothing was changed. To apply the changes: sluice bulk --execute\n");
    assertThat(scene.target().users()).isEmpty();
    assertThat(folder.resolve(".sluice")).doesNotExist();
  }

  @Test
  void with_execute_everybody_is_at_the_target_and_in_the_ledger() {
    Result result = scene.run("bulk", "--execute");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("240 users read, 240 written, 0 done before, 0 rejected");
    assertThat(scene.target().users()).hasSize(USERS);
    try (LedgerStore ledger = scene.ledger()) {
      assertThat(ledger.ledger().tally().in(MigrationState.IMPORTED)).isEqualTo(USERS);
      assertThat(ledger.seals().problems()).isEmpty();
    }
  }

  @Test
  void a_second_run_finds_everything_done() {
    scene.run("bulk", "--execute");
    JsonNode report = scene.run("bulk", "--execute", "--json").json();
    assertThat(report.get("written").asInt()).isZero();
    assertThat(report.get("alreadyDone").asInt()).isEqualTo(USERS);
    assertThat(report.get("resumed").asBoolean()).isFalse();
    JsonNode plan = scene.run("bulk", "--json").json();
    assertThat(plan.get("executed").asBoolean()).isFalse();
    assertThat(plan.get("toMove").asInt()).isZero();
    assertThat(plan.get("alreadyDone").asInt()).isEqualTo(USERS);
  }

  @Test
  void a_run_that_was_cut_short_goes_on_where_it_stopped() {
    scene.target().dieAfter(150);
    Result cut = scene.run("bulk", "--execute");
    assertThat(cut.code()).isEqualTo(1);
    assertThat(cut.err()).isEqualTo("The target was told to die in the middle of a batch.\n");
    assertThat(scene.run("status").out()).contains("run bulk-1 has read");
    Result rest = scene.run("bulk", "--execute", "--json");
    assertThat(rest.code()).isZero();
    assertThat(rest.json().get("resumed").asBoolean()).isTrue();
    assertThat(scene.target().users()).hasSize(USERS).doesNotHaveDuplicates();
    assertThat(scene.run("status").out()).contains("no bulk run is unfinished");
  }

  @Test
  void an_archive_is_moved_without_the_pool_and_goes_on_where_it_stopped() {
    String archive = folder.resolve("archive").toString();
    scene.run("export", "--to", archive);
    scene.close();
    assertThat(scene.run("bulk", "--from", archive).out())
        .contains("Would move about 240 users", "without asking Cognito");

    scene.target().dieAfter(150);
    assertThat(scene.run("bulk", "--from", archive, "--execute").code()).isEqualTo(1);
    assertThat(scene.run("status").out()).contains(" from archive ", "bulk --from that archive");
    Result rest = scene.run("bulk", "--from", archive, "--execute", "--json");

    assertThat(rest.code()).as(rest.err()).isZero();
    assertThat(rest.json().get("resumed").asBoolean()).isTrue();
    assertThat(rest.json().get("read").asInt()).isEqualTo(USERS);
    assertThat(scene.target().users()).hasSize(USERS).doesNotHaveDuplicates();
    assertThat(scene.target().users()).anySatisfy(user -> assertThat(user.groups()).isNotEmpty());
  }

  @Test
  void a_run_from_an_archive_is_not_taken_for_one_from_the_pool() {
    String archive = folder.resolve("archive").toString();
    scene.run("export", "--to", archive);
    scene.target().dieAfter(100);
    scene.run("bulk", "--execute");
    JsonNode fromFiles = scene.run("bulk", "--from", archive, "--execute", "--json").json();
    JsonNode fromPool = scene.run("bulk", "--execute", "--json").json();

    assertThat(fromFiles.get("resumed").asBoolean()).isFalse();
    assertThat(fromPool.get("resumed").asBoolean()).isTrue();
    assertThat(fromPool.get("run")).isNotEqualTo(fromFiles.get("run"));
    assertThat(scene.target().users()).hasSize(USERS);
  }

  @Test
  void a_damaged_archive_and_one_of_another_pool_reach_no_target() throws IOException {
    String archive = folder.resolve("archive").toString();
    scene.run("export", "--to", archive);
    String config = Files.readString(scene.config());
    Files.writeString(scene.config(), config.replace("eu-west-1_Rehearse1", "eu-west-1_Another1"));
    Result other = scene.run("bulk", "--from", archive, "--execute");
    assertThat(other.code()).isEqualTo(4);
    assertThat(other.err()).contains("eu-west-1_Rehearse1", "eu-west-1_Another1");

    Files.writeString(scene.config(), config);
    Files.delete(Path.of(archive, "users-sub-3.jsonl.zst"));
    Result damaged = scene.run("bulk", "--from", archive, "--execute");
    assertThat(damaged.code()).isEqualTo(1);
    assertThat(damaged.err()).contains("users-sub-3.jsonl.zst is missing");
    assertThat(scene.target().users()).isEmpty();
  }

  @Test
  void a_run_of_one_segment_moves_its_users_and_says_how_many_are_outside() throws IOException {
    withSegments();
    assertThat(scene.run("bulk", "--only", "pilots").out())
        .contains("Only segment pilots: in group admins.")
        .endsWith("To apply the changes: sluice bulk --only pilots --execute\n");

    Result moved = scene.run("bulk", "--only", "pilots", "--execute", "--json");

    assertThat(moved.code()).as(moved.err()).isZero();
    int written = moved.json().get("written").asInt();
    assertThat(written).isPositive().isEqualTo(scene.target().users().size());
    assertThat(moved.json().get("outside").asInt()).isEqualTo(USERS - written);
    assertThat(scene.target().users())
        .allSatisfy(user -> assertThat(user.groups()).contains("/staff/admins"));
    assertThat(scene.run("bulk", "--only", "rest", "--execute").out())
        .contains(written + " users are outside the segment and were not moved.");
    assertThat(scene.target().users()).hasSize(USERS);
  }

  @Test
  void a_segment_that_is_not_there_is_told_with_the_one_that_was_meant() throws IOException {
    withSegments();
    Result result = scene.run("bulk", "--only", "pilot", "--execute");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("There is no segment \"pilot\"; did you mean \"pilots\"?\n");
    assertThat(folder.resolve(".sluice")).doesNotExist();
  }

  @Test
  void status_tells_which_segments_run_is_unfinished_and_how_to_go_on() throws IOException {
    withSegments();
    scene.target().dieAfter(10);
    scene.run("bulk", "--only", "rest", "--execute");
    assertThat(scene.run("status").out())
        .contains("run bulk-1 of segment rest has read", "sluice bulk --only rest --execute");
  }

  /** Two segments that are everybody together. */
  private void withSegments() throws IOException {
    Files.writeString(
        scene.config(),
        Files.readString(scene.config())
            + "segments: {pilots: {group: admins}, rest: {not: {segment: pilots}}}\n");
  }

  @Test
  void users_whom_the_target_refuses_are_counted_and_the_exit_code_tells() {
    String id = scene.pool().user(11).sub();
    scene.target().refuse(new UserId(id), "The username has a space: rename the user.");
    Result result = scene.run("bulk", "--execute");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .contains("239 written", "1 rejected", "sluice bulk --retry-rejected --execute");
    assertThat(scene.run("user", id).out()).contains("why: The username has a space");

    scene.target().accept(new UserId(id));
    assertThat(scene.run("bulk", "--execute").code()).isEqualTo(3);
    assertThat(scene.run("bulk", "--execute", "--retry-rejected").code()).isZero();
    assertThat(scene.target().users()).hasSize(USERS);
  }

  @Test
  void a_target_that_is_not_ready_stops_it_before_anything_is_read() {
    scene
        .target()
        .readiness(new Readiness.NotReady("The extension is missing.", "Put it in providers/."));
    Result result = scene.run("bulk", "--execute");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).isEqualTo("The extension is missing. Put it in providers/.\n");
    Result plan = scene.run("bulk");
    assertThat(plan.code()).isEqualTo(4);
    assertThat(plan.out()).contains("It cannot start now: The extension is missing.");
  }

  @Test
  void in_the_slow_way_there_is_nothing_to_do_in_bulk() throws IOException {
    scene.configure("slow");
    Result result = scene.run("bulk", "--execute");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("mode: hybrid").doesNotContain("\tat ");
  }

  @Test
  void a_pool_that_does_not_answer_is_told_in_one_line() {
    scene.close();
    Result result = scene.run("bulk");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("127.0.0.1").doesNotContain("\tat ");
    assertThat(scene.run("bulk", "--debug").err()).contains("\tat ");
  }

  @Test
  void a_configuration_with_mistakes_is_told_and_the_exit_code_says_so() throws IOException {
    Files.writeString(
        scene.config(), Files.readString(scene.config()).replace("\nmode:", "\nmoed:"));
    Result result = scene.run("bulk", "--execute");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("moed: is not a known key; did you mean \"mode\"?");
  }
}
