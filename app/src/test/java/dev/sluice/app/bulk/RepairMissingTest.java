package dev.sluice.app.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RepairMissingTest {
  private static final int USERS = 60;

  @TempDir Path folder;
  private Scene scene;
  private PlannedUser lost;
  private PlannedUser moved;
  private PlannedUser unlinked;

  @BeforeEach
  void open() throws IOException {
    scene = new Scene(folder, USERS);
    assertThat(scene.run("bulk", "--execute").code()).isZero();
    lost = scene.target().users().get(3);
    moved = scene.target().users().get(4);
    unlinked = scene.target().users().get(5);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void where_nothing_is_missing_it_says_so() {
    Result plan = scene.run("bulk", "--repair-missing");
    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .contains("The target has every user that the ledger records there: nothing to repair.");
  }

  @Test
  void verify_names_the_command_and_its_plan_names_the_users_and_changes_nothing() {
    scene.target().lose(lost.id());
    scene.target().unlink(unlinked.id());
    assertThat(scene.run("verify").out())
        .contains("missing at the target", "sluice bulk --repair-missing");

    Result plan = scene.run("bulk", "--repair-missing");

    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .contains(
            "1 in Cognito's charge and not at the target: written again from the pool",
            lost.username() + " (" + lost.id() + ")",
            "1 in Cognito's charge and no longer asked for their old password there: linked again",
            unlinked.username())
        .endsWith(
            "Nothing was changed. To apply the changes: sluice bulk --repair-missing --execute\n");
    assertThat(scene.target().stored(lost.id())).isEmpty();

    JsonNode json = scene.run("bulk", "--repair-missing", "--json").json();
    assertThat(json.at("/found/lost").asInt()).isEqualTo(1);
    assertThat(json.at("/found/unlinked").asInt()).isEqualTo(1);
    assertThat(json.at("/users/0/username").asString()).isEqualTo(lost.username());
  }

  @Test
  void with_execute_the_two_systems_are_equal_again() {
    scene.target().lose(lost.id());
    scene.target().unlink(unlinked.id());

    Result done = scene.run("bulk", "--repair-missing", "--execute");

    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out())
        .contains("repair-", "60 users read, 2 to be helped", "written again", "linked again");
    assertThat(scene.target().stored(lost.id())).contains(lost);
    assertThat(scene.run("verify").code()).isZero();
    assertThat(
            scene.run("bulk", "--repair-missing", "--execute", "--json").json().at("/found/lost"))
        .hasToString("0");
  }

  @Test
  void who_had_moved_is_left_alone_until_the_owner_decides() {
    loseTheMove();

    Result left = scene.run("bulk", "--repair-missing", "--execute");
    assertThat(left.code()).isEqualTo(4);
    assertThat(left.out())
        .contains("1 had moved", "Restore the target's backup", "--also moved", moved.username());
    assertThat(scene.target().stored(moved.id())).isEmpty();

    Result decided = scene.run("bulk", "--repair-missing", "--also", "moved", "--execute");
    assertThat(decided.code()).as(decided.err()).isZero();
    assertThat(state(moved.id())).isEqualTo(MigrationState.IMPORTED);
    assertThat(scene.run("verify").code()).isZero();
    assertThat(scene.run("user", moved.username()).out()).contains("MIGRATED -> IMPORTED, repair");
  }

  @Test
  void a_repair_that_was_cut_short_is_told_by_status_and_goes_on() {
    scene.target().users().forEach(user -> scene.target().lose(user.id()));
    scene.target().dieAfter(20);
    assertThat(scene.run("bulk", "--repair-missing", "--execute").code()).isEqualTo(1);
    assertThat(scene.run("status").out())
        .contains("run repair-1 has read", "sluice bulk --repair-missing --execute resumes it");

    assertThat(scene.run("bulk", "--repair-missing", "--execute").code()).isZero();
    assertThat(scene.target().users()).hasSize(USERS).doesNotHaveDuplicates();
    assertThat(scene.run("status").out()).contains("no bulk run is unfinished");
  }

  @Test
  void the_pool_may_be_an_archive() {
    String archive = folder.resolve("archive").toString();
    assertThat(scene.run("export", "--to", archive).code()).isZero();
    scene.target().lose(lost.id());
    scene.close();

    Result done = scene.run("bulk", "--repair-missing", "--from", archive, "--execute");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(scene.target().stored(lost.id())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--repair-missing --retry-rejected",
        "--repair-missing --on-replicas --execute",
        "--also moved",
        "--repair-missing --also everything"
      })
  void options_that_do_not_go_together_are_refused(String options) {
    String[] given = ("bulk " + options).split(" ");
    assertThat(scene.run(given).code()).isEqualTo(2);
  }

  private void loseTheMove() {
    try (LedgerStore ledger = scene.ledger()) {
      ledger.ledger().move("gateway", Change.migrated(moved.id(), MovedBy.PASSWORD));
    }
    scene.target().lose(moved.id());
  }

  private MigrationState state(UserId id) {
    try (LedgerStore ledger = scene.ledger()) {
      return ledger.ledger().find(id).orElseThrow().state();
    }
  }
}
