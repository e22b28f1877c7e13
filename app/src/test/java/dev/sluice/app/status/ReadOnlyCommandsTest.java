package dev.sluice.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.UserId;
import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReadOnlyCommandsTest {
  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void open() throws IOException {
    scene = new Scene(folder, 70);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void before_anything_was_read_status_says_how_to_begin() {
    Result result = scene.run("status");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(folder.resolve(".sluice")).doesNotExist();
  }

  @Test
  void status_counts_users_by_state_and_says_when_it_cannot_know_the_end() {
    scene.run("bulk", "--execute");
    Result result = scene.run("status");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("70 users in the ledger", "IMPORTED", "100.0 %")
        .contains("moved in the last day: 0, week: 0")
        .contains("expected end: unknown, because no user moved in the last week");
  }

  @Test
  void status_forecasts_the_end_from_who_has_moved() {
    scene.run("bulk", "--execute");
    move(scene.pool().user(3), MovedBy.PASSWORD);
    move(scene.pool().user(4), MovedBy.RESET);
    JsonNode json = scene.run("status", "--json").json();
    assertThat(json.get("states").get("MIGRATED").asInt()).isEqualTo(2);
    assertThat(json.get("states").get("IMPORTED").asInt()).isEqualTo(68);
    assertThat(json.get("movedBy").get("PASSWORD").asInt()).isEqualTo(1);
    assertThat(json.get("movedBy").get("RESET").asInt()).isEqualTo(1);
    assertThat(json.get("movedLastDay").asInt()).isEqualTo(2);
    assertThat(json.get("remaining").asInt()).isEqualTo(68);
    assertThat(json.get("doneAbout").asString()).isNotEmpty();
    assertThat(json.get("unfinishedRuns").isEmpty()).isTrue();
    assertThat(scene.run("status").out())
        .contains("at 2 users a day", "moved by PASSWORD 1," + " RESET 1");
  }

  @Test
  void user_says_who_is_in_charge_since_when_and_how() {
    scene.run("bulk", "--execute");
    MadeUser mover = scene.pool().user(5);
    move(mover, MovedBy.PASSWORD);
    Result result = scene.run("user", mover.email().orElseThrow());
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains(mover.sub(), "Migrated: the old password was verified at the first login.")
        .contains("system of record: the target")
        .containsSubsequence("DISCOVERED, ", "IMPORTED, ", "MIGRATED by PASSWORD, gateway");
  }

  @Test
  void who_is_assumed_to_have_moved_is_told_by_status_and_by_user() {
    scene.run("bulk", "--execute");
    MadeUser told = scene.pool().user(6);
    try (LedgerStore ledger = scene.ledger()) {
      ledger.assumptions().assume("gateway", new UserId(told.sub()));
    }

    assertThat(scene.run("status").out()).contains("1 assumed to have moved");
    assertThat(scene.run("status", "--json").json().get("assumed").asInt()).isEqualTo(1);
    Result result = scene.run("user", told.sub());
    assertThat(result.out())
        .contains("Not migrated yet", "assumed to have moved: the gateway told the target at");
    JsonNode user = scene.run("user", told.sub(), "--json").json().get("users").get(0);
    assertThat(user.get("assumedSince").asString()).isNotEmpty();
  }

  @Test
  void user_answers_programs_too() {
    scene.run("bulk", "--execute");
    String id = scene.pool().user(9).sub();
    JsonNode user = scene.run("user", id, "--json").json().get("users").get(0);
    assertThat(user.get("id").asString()).isEqualTo(id);
    assertThat(user.get("state").asString()).isEqualTo("IMPORTED");
    assertThat(user.get("systemOfRecord").asString()).isEqualTo("SOURCE");
    assertThat(user.get("targetId").asString()).isEqualTo(id);
    assertThat(user.get("history")).isNotEmpty();
  }

  @Test
  void a_user_whom_the_ledger_does_not_know_is_told_in_one_line() {
    scene.run("bulk", "--execute");
    Result result = scene.run("user", "nobody@example.org");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).startsWith("The ledger has no user nobody@example.org");
    assertThat(result.err().lines()).hasSize(1);
  }

  private void move(MadeUser user, MovedBy by) {
    try (LedgerStore ledger = scene.ledger()) {
      ledger.ledger().move("gateway", Change.migrated(new UserId(user.sub()), by));
    }
  }
}
