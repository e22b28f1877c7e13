package dev.sluice.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.user.UserId;
import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.harness.PoolAdministrator;
import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    administrator = new PoolAdministrator(scene.pool().endpoint(), scene.pool().userPoolId());
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
            60 users read from the pool, 60 compared, 0 not expected at the target.
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

    assertThat(scene.run("verify").out()).contains("and 5 more: --all shows them");
    assertThat(result.out()).contains("and 5 more: all are in " + lines);
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
  void the_worst_is_shown_first() {
    scene.run("bulk", "--execute");
    for (int i = 0; i < 25; i++) {
      rename(scene.pool().user(i), "Another");
    }
    scene.target().lose(new UserId(scene.pool().user(31).sub()));

    List<String> rows = scene.run("verify").out().lines().toList();

    assertThat(rows.get(1)).startsWith("  missing");
    assertThat(rows.get(2)).startsWith("  different");
    assertThat(rows.get(21)).startsWith("  and 6 more");
  }

  @Test
  void what_keeps_from_comparing_is_no_difference() throws IOException {
    scene.run("bulk", "--execute");
    Files.writeString(
        scene.config(),
        "segments:\n  nobody:\n    email-domain: nowhere.example\n",
        StandardOpenOption.APPEND);
    Path report = Files.writeString(folder.resolve("report.csv"), "an earlier one");

    Result missing = scene.run("verify", "--from", folder.resolve("no-archive").toString());
    Result nobody = scene.run("verify", "--only", "nobody", "--report", report.toString());
    Result unknown = scene.run("verify", "--only", "nobodi");
    scene.target().readiness(new Readiness.NotReady("It is away.", "Start it."));
    Result away = scene.run("verify", "--report", report.toString());

    assertThat(List.of(missing.code(), nobody.code(), away.code())).containsOnly(1);
    assertThat(missing.err()).contains("no-archive", "is missing");
    assertThat(nobody.err()).contains("none of the pool's 60 users is in segment nobody");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("did you mean \"nobody\"?");
    assertThat(away.err()).isEqualTo("Nothing was compared: It is away. Start it.\n");
    assertThat(report).hasContent("an earlier one");
    assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
  }

  @Test
  void a_report_that_cannot_be_written_is_told_before_anything_is_read() {
    scene.run("bulk", "--execute");

    Result result = scene.run("verify", "--report", folder.resolve("no/report.csv").toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("its directory does not exist", "--report");
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
