package dev.sluice.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What status says is left, and who was rejected. */
class StatusCommandTest {
  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void open() throws IOException {
    scene = new Scene(folder, 30);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void in_the_slow_way_it_is_never_done_while_most_of_the_pool_is_unknown() throws IOException {
    scene.configure("slow");
    scene.ledger().close();
    assertThat(scene.run("status").out())
        .contains("0 users in the ledger", "no user has logged in yet", "sluice sync --execute")
        .doesNotContain("sluice bulk");
    try (LedgerStore ledger = scene.ledger()) {
      MadeUser first = scene.pool().user(1);
      ledger.ledger().see("gateway", List.of(seen(first.sub())));
      ledger.ledger().move("gateway", Change.migrated(new UserId(first.sub()), MovedBy.PASSWORD));
    }
    assertThat(scene.run("status").out())
        .contains("1 users in the ledger; the whole pool has not been read")
        .contains("expected end: unknown, because the ledger knows only users that have logged in")
        .doesNotContain("done: ");

    assertThat(scene.run("sync", "--execute").code()).isZero();

    assertThat(scene.run("status").out())
        .contains("30 users in the ledger; the whole pool was last read at", "left: 29 to move")
        .doesNotContain("done: ");
  }

  @Test
  void in_the_bulk_way_it_is_done_when_everybody_has_set_a_password() throws IOException {
    scene.configure("bulk");
    assertThat(scene.run("bulk", "--execute").code()).isZero();
    assertThat(scene.run("status").out())
        .contains("left: 30 that must set a new password", "not done: 30 users")
        .doesNotContain("expected end: about");

    try (LedgerStore ledger = scene.ledger()) {
      for (int i = 0; i < 30; i++) {
        UserId id = new UserId(scene.pool().user(i).sub());
        ledger.ledger().move("gateway", Change.migrated(id, MovedBy.RESET));
      }
    }

    assertThat(scene.run("status").out()).contains("done: all users have moved");
    assertThat(scene.run("status", "--json").json().get("done").asBoolean()).isTrue();
  }

  @Test
  void who_was_rejected_is_listed_with_the_reason_for_people_and_programs() {
    MadeUser refused = scene.pool().user(7);
    scene.target().refuse(new UserId(refused.sub()), "The name is\ttaken,\nby another.");
    Result bulk = scene.run("bulk", "--execute");
    assertThat(bulk.code()).isEqualTo(3);
    assertThat(bulk.out())
        .contains("1 users are rejected. sluice status --rejected lists them with reasons");
    assertThat(scene.run("status").out())
        .contains("left: 29 to move, 1 rejected", "sluice status --rejected lists");

    assertThat(scene.run("status", "--rejected").out())
        .isEqualTo(
            refused.sub() + "\t" + refused.username() + "\tThe name is taken, by another.\n");
    JsonNode json = scene.run("status", "--rejected", "--json").json();
    assertThat(json.get("rejected")).hasSize(1);
    JsonNode one = json.get("rejected").get(0);
    assertThat(one.get("id").asString()).isEqualTo(refused.sub());
    assertThat(one.get("username").asString()).isEqualTo(refused.username());
    assertThat(one.get("email").asString()).isEqualTo(refused.email().orElseThrow());
    assertThat(one.get("why").asString()).isEqualTo("The name is\ttaken,\nby another.");
    assertThat(one.get("since").asString()).isNotEmpty();
  }

  @Test
  void a_list_of_more_than_a_page_has_everybody_once() {
    int many = 2_345;
    try (LedgerStore ledger = scene.ledger()) {
      List<UserIdentifiers> users = new ArrayList<>();
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        users.add(seen("user-" + i));
        changes.add(Change.rejected(new UserId("user-" + i), "Reason " + i + "."));
      }
      ledger.ledger().see("bulk", users);
      ledger.ledger().settle("bulk", changes, Optional.empty());
    }

    assertThat(scene.run("status", "--rejected").out().lines())
        .hasSize(many)
        .doesNotHaveDuplicates()
        .contains("user-0\tuser-0\tReason 0.", "user-2344\tuser-2344\tReason 2344.");
    assertThat(scene.run("status", "--rejected", "--json").json().get("rejected")).hasSize(many);
  }

  @Test
  void when_nobody_was_rejected_the_list_is_empty() {
    scene.ledger().close();
    Result list = scene.run("status", "--rejected");
    assertThat(list.code()).isZero();
    assertThat(list.out()).isEmpty();
    assertThat(scene.run("status", "--rejected", "--json").json().get("rejected")).isEmpty();
  }

  private static UserIdentifiers seen(String id) {
    return new UserIdentifiers(new UserId(id), id, null, null);
  }
}
