package dev.sluice.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.backup.BackupMethod;
import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.contracts.target.FakeBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BackupCommandTest {
  private static final String USERS = "customers-users-0.json";

  @TempDir Path folder;
  private Scene scene;
  private final FakeBackup backup =
      new FakeBackup().with(USERS, "{}").with("customers-realm.json", "{}");

  @BeforeEach
  void open() throws IOException {
    scene = new Scene(folder, 1);
    scene.target().backUpBy(new BackupMethod.ByFiles(backup));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void a_target_becomes_a_backup_that_can_be_verified() {
    Result made = scene.run("backup", "--to", there());
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out())
        .contains(
            there() + ": 14 users of customers (fake fake 7)",
            "It is NOT encrypted and holds password hashes",
            "SHA-256 of its manifest: ",
            "Keep that sum elsewhere");
    assertThat(folder.resolve(".sluice")).doesNotExist();

    Result verify = Scene.sluice("backup", "verify", there());
    assertThat(verify.code()).as(verify.err()).isZero();
    assertThat(verify.out()).startsWith("The backup is whole and unchanged.\n");
  }

  @Test
  void the_report_for_programs_has_the_sum_by_which_the_backup_is_known() {
    JsonNode report = scene.run("backup", "--to", there(), "--json").json();
    assertThat(report.path("users").asInt()).isEqualTo(14);
    assertThat(report.path("name").asString()).isEqualTo("customers");
    String sum = report.path("sha256").asString();

    Result verify = Scene.sluice("backup", "verify", there(), "--json", "--sha256", sum);
    assertThat(verify.json().path("backup")).isEqualTo(report.path("backup"));
    String others = (sum.startsWith("a") ? "b" : "a") + sum.substring(1);
    Result other = Scene.sluice("backup", "verify", there(), "--sha256", others);
    assertThat(other.code()).isEqualTo(4);
    assertThat(other.err()).contains("holds another backup", sum);
  }

  @Test
  void an_encrypted_one_is_opened_with_its_key() {
    String key = folder.resolve("vault.key").toString();
    assertThat(Scene.sluice("archive", "key", key).code()).isZero();
    Result made = scene.run("backup", "--to", there(), "--encrypt-to", key + ".pub");
    assertThat(made.out()).as(made.err()).contains("It is encrypted to ");

    Result unopened = Scene.sluice("backup", "verify", there());
    assertThat(unopened.code()).isZero();
    assertThat(unopened.out())
        .contains("Its checksums were verified, but not its contents", "--key");
    assertThat(Scene.sluice("backup", "verify", there(), "--key", key).out()).contains("14 users");

    Path clear = folder.resolve("clear");
    Result opened = Scene.sluice("backup", "open", there(), "--key", key, "--to", clear.toString());
    assertThat(opened.code()).as(opened.err()).isZero();
    assertThat(clear.resolve(USERS)).hasContent("{}");
    Result without =
        Scene.sluice("backup", "open", there(), "--to", folder.resolve("no").toString());
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.err()).contains("give the private key with --key");
  }

  @Test
  void a_target_that_is_away_or_forbids_it_is_told_and_nothing_is_left() {
    backup.away("Keycloak cannot be reached at http://127.0.0.1:1 (refused). Start it.");
    Result away = scene.run("backup", "--to", there());
    assertThat(away.code()).isEqualTo(1);
    assertThat(away.err()).startsWith("Keycloak cannot be reached").hasLineCount(1);
    assertThat(Path.of(there())).doesNotExist();
  }

  @Test
  void a_target_with_tools_of_its_own_names_them() {
    scene.target().backUpBy(new BackupMethod.OwnTools("Dump its database with pg_dump."));
    Result refused = scene.run("backup", "--to", there());
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains("Sluice cannot back up fake. Dump its database with pg_dump.");
  }

  @Test
  void a_folder_in_use_is_refused_and_a_missing_one_is_wrong_usage() throws IOException {
    Files.createDirectories(Path.of(there()));
    Files.writeString(Path.of(there(), "mine.txt"), "no backup");
    Result refused = scene.run("backup", "--to", there());
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("is not empty");

    assertThat(scene.run("backup").code()).isEqualTo(2);
    assertThat(scene.run("backup").err()).contains("--to DIRECTORY");
    assertThat(Scene.sluice("backup", "verify", folder.resolve("no").toString()).err())
        .contains("manifest.json is missing: this is not a complete backup.");
  }

  @Test
  void a_damaged_backup_is_told_in_one_line_with_the_file() throws IOException {
    scene.run("backup", "--to", there());
    Path file = Path.of(there(), USERS);
    Files.writeString(file, "{ }");

    Result verify = Scene.sluice("backup", "verify", there());
    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.err()).startsWith(file + " is not as it was written").hasLineCount(1);
  }

  private String there() {
    return folder.resolve("backup").toString();
  }
}
