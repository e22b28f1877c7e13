package dev.sluice.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.command.Scene.Result;
import dev.sluice.migration.user.UserId;
import dev.sluice.rehearsal.user.MadeUser;
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
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
  private static final int USERS = 60;

  @TempDir Path folder;
  private Scene scene;
  private PoolAdministrator administrator;

  @BeforeEach
  void open() throws IOException {
    scene = new Scene(folder, USERS);
    administrator = new PoolAdministrator(scene.pool());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void after_a_bulk_run_both_systems_are_equal_live_and_from_an_archive() {
    scene.run("bulk", "--execute");
    String archive = folder.resolve("archive").toString();
    assertThat(scene.run("export", "--to", archive).code()).isZero();

    Result result = scene.run("verify", "--target");

    assertThat(result.out())
        .isEqualTo(
            """
            60 users of the pool read, 60 compared, 0 not to be at the target.
            The two systems are equal.
            """);
    assertThat(result.code()).isZero();
    assertThat(scene.run("verify", "--from", archive).code()).isZero();
  }

  @Test
  void a_difference_shows_in_the_table_as_json_and_in_the_exit_code() {
    scene.run("bulk", "--execute");
    MadeUser changed = scene.pool().user(11);
    rename(changed, "Another\u202e");

    Result table = scene.run("verify");
    JsonNode json = scene.run("verify", "--json").json();

    assertThat(table.code()).isEqualTo(4);
    assertThat(table.out())
        .contains("givenName", "Another\uFFFD", "(changed in the pool since)")
        .contains("Fields that differ: givenName 1.")
        .endsWith("The two systems are not equal: 1 user differs.\n");
    assertThat(json.path("equal").asBoolean()).isFalse();
    assertThat(json.path("fields").path("givenName").asInt()).isOne();
    assertThat(json.path("worst").path(0).path("id").asString()).isEqualTo(changed.sub());
    scene.run("sync", "--execute");
    assertThat(scene.run("verify").code()).isZero();
  }

  @Test
  void all_goes_into_a_file_that_its_owner_alone_can_read() throws IOException {
    scene.run("bulk", "--execute");
    for (int i = 0; i < 25; i++) {
      scene.target().lose(new UserId(scene.pool().user(i).sub()));
    }
    Path lines = folder.resolve("report.jsonl");
    Path csv = folder.resolve("report.csv");

    Result result = scene.run("verify", "--report", lines.toString());
    scene.run("verify", "--report", csv.toString());

    assertThat(result.out()).contains("and 5 more: --all shows them");
    assertThat(scene.run("verify", "--all").out()).doesNotContain("more: --all");
    assertThat(Files.readAllLines(lines))
        .hasSize(25)
        .allMatch(
            line -> JsonMapper.shared().readTree(line).path("kind").asString().equals("missing"));
    assertThat(Files.readAllLines(csv)).hasSize(26).first().asString().startsWith("id,username");
    assertThat(Files.getPosixFilePermissions(csv)).hasSize(2);
  }

  @Test
  void a_formula_in_an_attribute_stays_text_in_a_spreadsheet() throws IOException {
    scene.run("bulk", "--execute");
    rename(scene.pool().user(3), "=HYPERLINK(\"x\")");
    Path csv = folder.resolve("report.csv");

    scene.run("verify", "--report", csv.toString());

    assertThat(Files.readString(csv)).contains("\"'=HYPERLINK(\"\"x\"\")\"");
  }

  @Test
  void without_a_ledger_it_says_so() {
    Result result = scene.run("verify");

    assertThat(result.code()).isEqualTo(1);
    assertThat(folder.resolve(".sluice")).doesNotExist();
  }

  private void rename(MadeUser user, String name) {
    administrator.does(
        "AdminUpdateUserAttributes",
        user.username(),
        Map.of("UserAttributes", List.of(Map.of("Name", "given_name", "Value", name))));
  }
}
