package dev.sluice.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.config.reading.ConfigReader;
import dev.sluice.app.serve.ServedRuns;
import dev.sluice.app.wiring.Components;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OnReplicasTest {
  private static final int USERS = 120;

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
  void without_execute_nothing_is_handed_over() {
    assertThat(scene.run("bulk", "--on-replicas").out()).contains("Nothing was changed.");

    assertThat(folder.resolve(".sluice")).doesNotExist();
  }

  @Test
  void a_run_that_is_handed_over_waits_for_a_process_that_serves() {
    Result first = scene.run("bulk", "--execute", "--on-replicas");
    Result second = scene.run("bulk", "--execute", "--on-replicas");

    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("handed to the serving processes", "sluice status");
    assertThat(second.out()).contains("was handed over before and has not ended");
    assertThat(scene.target().users()).isEmpty();
    assertThat(scene.run("status").out())
        .contains("the bulk run handed to the replicas waits for a serving process");
    JsonNode json = scene.run("status", "--json").json().path("onReplicas");
    assertThat(json).hasSize(1);
    assertThat(json.path(0).path("kind").asString()).isEqualTo("bulk");
    assertThat(json.path(0).path("by").isNull()).isTrue();
  }

  @Test
  void a_process_that_serves_does_it_and_whoever_follows_sees_its_end() {
    try (Components components = new Components(new ConfigReader(Map.of()).read(scene.config()));
        Replica replica = ServedRuns.start(components)) {
      Result followed = scene.run("bulk", "--execute", "--on-replicas", "--follow");

      assertThat(followed.out()).contains("The bulk run has ended.");
      assertThat(replica).isNotNull();
    }
    assertThat(scene.target().users()).hasSize(USERS);
    try (LedgerStore ledger = scene.ledger()) {
      assertThat(HandedRuns.in(ledger).all()).isEmpty();
      assertThat(ledger.seals().problems()).isEmpty();
    }
  }

  @Test
  void what_nobody_has_begun_can_be_taken_back() {
    scene.run("bulk", "--execute", "--on-replicas");

    assertThat(scene.run("bulk", "--withdraw").out()).contains("No bulk run is handed over.");
    assertThat(scene.run("status", "--json").json().path("onReplicas")).isEmpty();
  }

  @Test
  void a_way_without_bulk_runs_is_refused_at_once() throws IOException {
    scene.configure("slow");

    Result result = scene.run("bulk", "--execute", "--on-replicas");

    assertThat(result.code()).isEqualTo(ExitCode.CONDITION_DOES_NOT_HOLD.number());
    assertThat(result.err()).contains("The mode is slow");
  }
}
