package dev.sluice.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.user.UserId;
import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.harness.PoolAdministrator;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SyncCommandTest {
  private static final int USERS = 120;

  @TempDir Path folder;
  private Scene scene;
  private PoolAdministrator administrator;

  @BeforeEach
  void open() throws IOException {
    scene = new Scene(folder, USERS);
    administrator = new PoolAdministrator(scene.pool().endpoint(), scene.pool().userPoolId());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void without_execute_it_says_what_has_changed_and_changes_nothing() {
    scene.run("bulk", "--execute");
    MadeUser changed = scene.pool().user(11);
    rename(changed, "Another");
    administrator.does("AdminDisableUser", scene.pool().user(12).username(), Map.of());

    Result plan = scene.run("sync");

    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .contains("120 users read of pool ", ": 1 changed, 1 disabled.")
        .endsWith("Nothing was changed. To apply the changes: sluice sync --execute\n");
    assertThat(scene.run("sync", "--json").json().path("found").path("changed").asInt()).isOne();
    assertThat(scene.target().stored(id(changed)).orElseThrow().givenName())
        .isNotEqualTo("Another");
  }

  @Test
  void a_sync_of_one_segment_is_about_nobody_else() throws IOException {
    scene.run("bulk", "--execute");
    Files.writeString(
        scene.config(),
        Files.readString(scene.config())
            + "segments: {one: {group: admins}, rest: {not: {segment: one}}}\n");
    MadeUser changed =
        scene
            .pool()
            .users(UserKind.ORDINARY)
            .filter(user -> !user.groups().contains("admins"))
            .findFirst()
            .orElseThrow();
    rename(changed, "Another");

    assertThat(scene.run("sync", "--only", "one").out())
        .contains("Only segment one: in group admins; ", "users are outside it.")
        .contains(": no changes.")
        .endsWith("To apply the changes: sluice sync --only one --execute\n");
    assertThat(scene.run("sync", "--only", "one", "--execute", "--json").json().path("outside"))
        .isEqualTo(scene.run("sync", "--only", "one", "--json").json().path("outside"));
    assertThat(scene.target().stored(id(changed)).orElseThrow().givenName())
        .isNotEqualTo("Another");
    Result rest = scene.run("sync", "--only", "rest", "--execute");
    assertThat(rest.out()).contains("; 1 changed.", "are outside the segment");
    assertThat(scene.target().stored(id(changed)).orElseThrow().givenName()).isEqualTo("Another");
    Result handed = scene.run("sync", "--only", "rest", "--execute", "--on-replicas");
    assertThat(handed.code()).isEqualTo(2);
    assertThat(handed.err()).contains("replicas sync all users");
    assertThat(scene.run("sync", "--only", "rets").err()).contains("did you mean \"rest\"?");
  }

  @Test
  void with_execute_the_target_follows_and_a_second_sync_finds_nothing() {
    scene.run("bulk", "--execute");
    MadeUser changed = scene.pool().user(11);
    rename(changed, "Another");

    Result done = scene.run("sync", "--execute");

    assertThat(done.code()).isZero();
    assertThat(done.out()).startsWith("sync-1 finished: 120 users read; 1 changed.");
    assertThat(scene.target().stored(id(changed)).orElseThrow().givenName()).isEqualTo("Another");
    assertThat(scene.run("sync", "--execute").out()).contains("no changes");
    assertThat(scene.run("status").out()).contains("last sync: sync-2, finished ");
    JsonNode last = scene.run("status", "--json").json().path("lastSync");
    assertThat(last.path("run").asString()).isEqualTo("sync-2");
    assertThat(last.path("found").path("changed").asInt()).isZero();
  }

  @Test
  void before_anything_was_moved_a_plan_makes_no_ledger() {
    JsonNode plan = scene.run("sync", "--json").json();

    assertThat(plan.path("executed").asBoolean()).isFalse();
    assertThat(plan.path("found").path("new").asInt()).isEqualTo(USERS);
    assertThat(folder.resolve(".sluice")).doesNotExist();
    assertThat(scene.run("status", "--json").code()).isEqualTo(1);
  }

  @Test
  void drift_of_a_user_of_the_target_is_listed_and_not_written() {
    scene.run("bulk", "--execute");
    MadeUser moved = scene.pool().user(15);
    scene.target().keepPassword(id(moved));
    rename(moved, "Another");

    JsonNode report = scene.run("sync", "--execute", "--json").json();

    assertThat(report.path("found").path("drift").asInt()).isOne();
    assertThat(report.path("drift").path(0).path("id").asString()).isEqualTo(moved.sub());
    assertThat(report.path("drift").path(0).path("found").asString())
        .startsWith("changed at the source on 20");
    assertThat(scene.run("user", moved.sub()).out()).contains("changed at the source on 20");
  }

  @Test
  void when_too_many_are_missing_the_exit_code_tells_and_the_switch_goes_on() {
    scene.run("bulk", "--execute");
    for (int i = 0; i < 11; i++) {
      administrator.does("AdminDeleteUser", scene.pool().user(i).username(), Map.of());
    }

    Result held = scene.run("sync", "--execute");
    assertThat(held.code()).isEqualTo(4);
    assertThat(held.out()).contains("11 missing and kept", "--accept-gone 11");
    assertThat(scene.run("sync").code()).isEqualTo(4);
    assertThat(scene.target().users()).hasSize(USERS);

    assertThat(scene.run("sync", "--execute", "--accept-gone", "11").out()).contains("11 gone");
    assertThat(scene.target().users()).hasSize(USERS - 11);
    try (LedgerStore ledger = scene.ledger()) {
      assertThat(ledger.ledger().tally().in(MigrationState.GONE)).isEqualTo(11);
      assertThat(ledger.seals().problems()).isEmpty();
    }
  }

  @Test
  void how_many_may_be_missing_is_set_in_the_configuration() throws IOException {
    scene.run("bulk", "--execute");
    for (int i = 0; i < 11; i++) {
      administrator.does("AdminDeleteUser", scene.pool().user(i).username(), Map.of());
    }
    configure("gone-percent: 8.3");
    assertThat(scene.run("sync").code()).isEqualTo(4);
    configure("gone-percent: 9.1");
    assertThat(scene.run("sync").code()).isZero();
    configure("gone-percent: 101");
    assertThat(scene.run("sync").err()).contains("sync.gone-percent", "at most 100");
  }

  @Test
  void a_rejection_shows_in_the_exit_code() {
    scene.run("bulk", "--execute");
    MadeUser refused = scene.pool().user(17);
    scene.target().refuse(id(refused), "The name has a letter that is not taken.");
    rename(refused, "Another");

    Result result = scene.run("sync", "--execute");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("1 changed, 1 rejected");
    assertThat(scene.run("user", refused.sub()).out()).contains("letter that is not taken");
  }

  private void configure(String key) throws IOException {
    String before = Files.readString(scene.config()).replaceFirst("(?s)\nsync:\n.*", "");
    Files.writeString(scene.config(), before + "\nsync:\n  " + key + "\n");
  }

  private void rename(MadeUser user, String name) {
    administrator.does(
        "AdminUpdateUserAttributes",
        user.username(),
        Map.of("UserAttributes", List.of(Map.of("Name", "given_name", "Value", name))));
  }

  private static UserId id(MadeUser user) {
    return new UserId(user.sub());
  }
}
