package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pool becomes a file of JSON lines, however often the run is killed. */
class FilesScenarioTest {
  private static final int USERS = 1_500;
  private static final int KILLS = 5;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void everybody_is_in_the_file_once_although_the_run_was_killed_again_and_again(
      @TempDir Path directory) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(directory.resolve("users"));
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(USERS)) {
      configure(directory, rehearsal.asPool(), "bulk");
      for (int kill = 0; kill < KILLS; kill++) {
        killSoonAfterTheFirstPage(directory, rehearsal);
      }

      Ran last = SluiceProcess.run(directory, "bulk", "--execute");
      assertThat(last.exitCode()).as("seed %d: %s", seed, last).isZero();

      List<JsonNode> lines = lines(folder);
      assertThat(lines)
          .as("seed %d", seed)
          .extracting(line -> line.path("id").asString(""))
          .containsExactlyInAnyOrderElementsOf(
              rehearsal.users().stream().map(MadeUser::sub).toList());
      assertThat(lines).allMatch(line -> line.path("password").asString("").equals("MUST_RESET"));
      byte[] file = Files.readAllBytes(folder.resolve("users.jsonl"));
      assertThat(SluiceProcess.run(directory, "bulk", "--execute").out()).contains(" 0 written");
      assertThat(folder.resolve("users.jsonl")).hasBinaryContent(file);
    }
  }

  @Test
  void a_way_that_a_file_cannot_go_is_not_begun(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("users"));
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(10)) {
      configure(directory, rehearsal.asPool(), "hybrid");

      Ran ran = SluiceProcess.run(directory, "bulk", "--execute");

      assertThat(ran.exitCode()).isEqualTo(4);
      assertThat(ran.err())
          .contains("The target files does not claim to ask about passwords")
          .contains("Set mode: bulk in sluice.yaml");
      assertThat(directory.resolve("users")).isEmptyDirectory();
    }
  }

  private void killSoonAfterTheFirstPage(Path directory, Rehearsal rehearsal)
      throws InterruptedException {
    long before = rehearsal.pagesRead();
    try (SluiceProcess bulk = SluiceProcess.start(directory, "bulk", "--execute")) {
      while (rehearsal.pagesRead() == before && bulk.isRunning()) {
        Thread.sleep(1);
      }
      Thread.sleep(Duration.ofMillis(random.nextInt(400)));
      bulk.kill();
    }
  }

  private static List<JsonNode> lines(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("users.jsonl")).stream()
        .map(JsonMapper.shared()::readTree)
        .toList();
  }

  private static void configure(Path directory, Pool pool, String mode) {
    pool.sluiceYaml()
        .target("files", Map.of("folder", directory.resolve("users").toString()))
        .mode(mode)
        .ledger("jdbc:sqlite:" + directory.resolve("ledger.db"))
        .gateway(7170, Migration.TOKEN)
        .write(directory.resolve("sluice.yaml"));
  }
}
