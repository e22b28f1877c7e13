package dev.sluice.app.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.fault.Fault;
import dev.sluice.rehearsal.quota.Quotas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExportCommandTest {
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
  void a_pool_becomes_an_archive_that_can_be_verified() {
    Result export = scene.run("export", "--to", archive());
    assertThat(export.code()).as(export.err()).isZero();
    assertThat(export.out())
        .contains("240 users, 12 groups", "SHA-256 of its manifest: ", "Keep that sum elsewhere");

    Result verify = Scene.sluice("archive", "verify", archive());
    assertThat(verify.code()).as(verify.err()).isZero();
    assertThat(verify.out()).startsWith("The archive is whole and unchanged.\n");
    assertThat(scene.target().users()).isEmpty();
    assertThat(folder.resolve(".sluice")).doesNotExist();
  }

  @Test
  void the_report_for_programs_has_the_sum_by_which_the_archive_is_known() {
    JsonNode report = scene.run("export", "--to", archive(), "--json").json();
    assertThat(report.path("users").asInt()).isEqualTo(USERS);
    String sum = report.path("sha256").asString();

    Result verify = Scene.sluice("archive", "verify", archive(), "--json", "--sha256", sum);
    assertThat(verify.json().path("archive")).isEqualTo(report.path("archive"));
    Result other = Scene.sluice("archive", "verify", archive(), "--sha256", sum.replace("a", "b"));
    assertThat(other.code()).isEqualTo(4);
    assertThat(other.err()).contains("holds another archive", sum);
  }

  @Test
  void a_damaged_archive_is_told_in_one_line_with_the_file() throws IOException {
    scene.run("export", "--to", archive());
    Path file = Path.of(archive(), "users-sub-7.jsonl.zst");
    Files.write(file, new byte[Math.toIntExact(Files.size(file))]);

    Result verify = Scene.sluice("archive", "verify", archive());
    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.err()).startsWith(file + " is not as it was written").hasLineCount(1);
  }

  @Test
  void a_pool_whose_shards_do_not_reach_everybody_is_read_again_in_one_chain() throws IOException {
    scene.close();
    RehearsalOptions options =
        RehearsalOptions.standard()
            .withUsers(USERS)
            .withQuotas(Quotas.off())
            .withPrefixesReachEverybody(false);
    try (Scene broken = new Scene(folder, options)) {
      Result export = broken.run("export", "--to", archive(), "--json");

      assertThat(export.code()).as(export.err()).isZero();
      assertThat(export.json().path("users").asInt()).isEqualTo(USERS);
      assertThat(export.json().path("notices").toString())
          .contains("the pool estimates 240: reading it again in one chain");
      assertThat(Path.of(archive(), "users-all.jsonl.zst")).exists();
      assertThat(Path.of(archive(), "users-sub-7.jsonl.zst")).doesNotExist();
    }
  }

  @Test
  void a_pool_that_refuses_calls_is_asked_less_and_everybody_is_exported() {
    scene.pool().faults().next(3, "ListUsers", new Fault.Throttled());
    Result export = scene.run("export", "--to", archive(), "--json");

    assertThat(export.json().path("users").asInt()).isEqualTo(USERS);
    assertThat(export.err()).contains("The pool is throttling calls.");
  }

  @Test
  void a_directory_in_use_and_a_missing_one_are_wrong_in_different_ways() throws IOException {
    Files.createDirectories(Path.of(archive()));
    Files.writeString(Path.of(archive(), "mine.txt"), "not an archive");

    assertThat(scene.run("export", "--to", archive()).code()).isEqualTo(4);
    assertThat(scene.run("export").code()).isEqualTo(2);
    assertThat(Scene.sluice("archive").code()).isEqualTo(2);
    assertThat(Scene.sluice("archive", "verify", folder.resolve("no").toString()).err())
        .contains("manifest.json is missing: this is not a complete archive.");
  }

  @Test
  void an_encrypted_archive_is_moved_with_its_key_and_not_without() {
    String key = folder.resolve("vault.key").toString();
    Result made = Scene.sluice("archive", "key", key);
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out()).contains("Fingerprint: ");
    assertThat(Scene.sluice("archive", "key", key).err()).contains("exists already");
    Result export = scene.run("export", "--to", archive(), "--encrypt-to", key + ".pub");
    assertThat(export.out()).as(export.err()).contains("It is encrypted to ");

    assertThat(Scene.sluice("archive", "verify", archive()).err()).contains("--key");
    assertThat(Scene.sluice("archive", "verify", archive(), "--key", key).code()).isZero();
    Result bulk = scene.run("bulk", "--from", archive(), "--key", key, "--execute");
    assertThat(bulk.code()).as(bulk.err()).isZero();
    assertThat(scene.target().users()).hasSize(USERS);
  }

  private String archive() {
    return folder.resolve("archive").toString();
  }
}
