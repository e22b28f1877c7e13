package dev.sluice.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.ledger.LedgerBinding;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.app.NotebookFactory;
import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.app.config.reading.ConfigReader;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.ConditionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that was used for a rehearsal must not be used for production. */
class LedgerBindingCheckTest {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("bulk"),
          List.of("bulk", "--execute"),
          List.of("bulk", "--execute", "--on-replicas"),
          List.of("sync"),
          List.of("sync", "--execute"),
          List.of("sync", "--execute", "--on-replicas"),
          List.of("serve"));

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void open() throws IOException {
    scene = new Scene(folder, 40);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void a_ledger_of_one_target_is_refused_for_another_by_every_command_that_uses_it()
      throws IOException {
    scene.run("bulk", "--execute");
    configure(page(folder.toString()), page("production"));

    for (List<String> command : COMMANDS) {
      Result refused = run(command);
      assertThat(refused.code()).as("%s", command).isEqualTo(4);
      assertThat(refused.err())
          .as("%s", command)
          .startsWith(
              "The ledger belongs to the target notebook, page " + folder + ", and sluice.yaml")
          .contains("names notebook, page production.", "ledger.url", "--accept-target");
    }
    Result verify = scene.run("verify");
    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.err()).startsWith("Nothing was compared: The ledger belongs to the target");
    assertThat(NotebookFactory.page("production").users()).isEmpty();
  }

  @Test
  void a_ledger_of_one_pool_is_refused_for_another() throws IOException {
    scene.run("bulk", "--execute");
    configure("eu-west-1_Rehearse1", "eu-west-1_Another1");

    for (List<String> command : COMMANDS) {
      Result refused = run(command);
      assertThat(refused.code()).as("%s", command).isEqualTo(4);
      assertThat(refused.err())
          .as("%s", command)
          .startsWith("The ledger belongs to user pool eu-west-1_Rehearse1, and sluice.yaml names")
          .contains("eu-west-1_Another1", "user-pool-id", "ledger.url");
    }
    assertThat(scene.run("bulk", "--execute", "--accept-target").code()).isEqualTo(4);
    assertThat(scene.run("verify").err()).contains("The ledger belongs to user pool");
  }

  @Test
  void the_same_target_under_another_address_is_accepted_once_and_known_from_then_on()
      throws IOException {
    scene.run("bulk", "--execute");
    FakeTarget moved = NotebookFactory.page("moved " + folder);
    moved.write(scene.target().users());
    configure(page(folder.toString()), page("moved " + folder));

    assertThat(scene.run("bulk").code()).isEqualTo(4);
    assertThat(scene.run("sync", "--accept-target").code()).isZero();
    assertThat(scene.run("bulk").code()).isEqualTo(4);

    assertThat(scene.run("sync", "--execute", "--accept-target").code()).isZero();
    assertThat(scene.run("bulk", "--execute").code()).isZero();
    assertThat(scene.run("verify").code()).isZero();
    configure(page("moved " + folder), page(folder.toString()));
    assertThat(scene.run("bulk", "--execute").code()).isEqualTo(4);
  }

  @Test
  void a_target_without_the_ledgers_users_is_not_accepted() throws IOException {
    scene.run("bulk", "--execute");
    configure(page(folder.toString()), page("empty " + folder));

    for (List<String> command :
        List.of(
            List.of("bulk", "--accept-target"),
            List.of("bulk", "--execute", "--accept-target"),
            List.of("sync", "--execute", "--accept-target"),
            List.of("serve", "--accept-target"))) {
      Result refused = run(command);
      assertThat(refused.code()).as("%s", command).isEqualTo(4);
      assertThat(refused.err()).contains("is not the ledger's", "of 10 users", "it lacks 10");
    }
    assertThat(NotebookFactory.page("empty " + folder).users()).isEmpty();
    try (LedgerStore ledger = scene.ledger()) {
      assertThat(ledger.bindings().known().target()).isEqualTo("notebook, page " + folder);
    }
  }

  @Test
  void a_target_that_was_never_ready_is_not_remembered() throws IOException {
    scene.target().readiness(new Readiness.NotReady("There is no such page.", "Add it."));
    assertThat(scene.run("bulk", "--execute").code()).isEqualTo(4);
    configure(page(folder.toString()), page("right " + folder));

    assertThat(scene.run("bulk", "--execute").code()).isZero();
    assertThat(NotebookFactory.page("right " + folder).users()).hasSize(40);
  }

  @Test
  void serving_remembers_the_route_also_while_the_target_is_away() {
    scene.target().readiness(new Readiness.NotReady("It does not answer.", "Start it."));
    try (Components components = components()) {
      new LedgerBindingCheck().holdAtOnce(components);
    }
    try (LedgerStore ledger = scene.ledger()) {
      assertThat(ledger.bindings().known())
          .isEqualTo(new LedgerBinding("eu-west-1_Rehearse1", "notebook, page " + folder));
    }
  }

  @Test
  void a_replica_that_serves_takes_no_run_of_a_ledger_that_was_given_to_another_target() {
    scene.run("bulk", "--execute");
    try (Components components = components()) {
      new LedgerBindingCheck().holdAtOnce(components);
      components.ledger().bindings().retarget("notebook, page of somebody else");

      assertThatThrownBy(() -> LedgerBindingCheck.require(components.ledger(), components))
          .isInstanceOf(ConditionException.class)
          .hasMessageContaining("page of somebody else");
    }
  }

  private Result run(List<String> command) {
    return scene.run(command.toArray(String[]::new));
  }

  private Components components() {
    return new Components(new ConfigReader(Map.of()).read(scene.config()));
  }

  private static String page(String name) {
    return "page: " + name;
  }

  private void configure(String before, String after) throws IOException {
    String config = Files.readString(scene.config());
    assertThat(config).contains(before);
    Files.writeString(scene.config(), config.replace(before, after));
  }
}
