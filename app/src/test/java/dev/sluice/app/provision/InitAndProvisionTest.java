package dev.sluice.app.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.app.config.SluiceConfig;
import dev.sluice.app.config.reading.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitAndProvisionTest {
  @TempDir Path folder;

  @Test
  void init_writes_a_configuration_that_can_be_read_and_a_token_that_only_its_owner_can()
      throws IOException {
    Path file = folder.resolve("sluice.yaml");
    Result result = Scene.sluice("init", "--config", file.toString());
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Wrote " + file);
    SluiceConfig config =
        new ConfigReader(Map.of("KEYCLOAK_CLIENT_SECRET", "made-up-secret")).read(file);
    assertThat(config.gateway().token().reveal()).matches("[0-9a-f]{64}");
    assertThat(config.target().name()).isEqualTo("keycloak");
    Path token = folder.resolve(".sluice/gateway-token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
        .isEqualTo("rw-------");
    assertThat(result.out()).doesNotContain(config.gateway().token().reveal());
  }

  @Test
  void init_replaces_a_configuration_only_when_forced_and_a_token_never() throws IOException {
    Path file = folder.resolve("sluice.yaml");
    Scene.sluice("init", "--config", file.toString());
    String token = Files.readString(folder.resolve(".sluice/gateway-token"));
    Files.writeString(file, "mine");
    Result refused = Scene.sluice("init", "--config", file.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("already exists", "--force");
    assertThat(file).hasContent("mine");
    Result forced = Scene.sluice("init", "--force", "--json", "--config", file.toString());
    assertThat(forced.json().get("tokenIsNew").asBoolean()).isFalse();
    assertThat(file).content().contains("user-pool-id");
    assertThat(folder.resolve(".sluice/gateway-token")).hasContent(token.strip());
  }

  @Test
  void provision_says_what_the_target_needs_and_does_it_only_with_execute() throws IOException {
    try (Scene scene = new Scene(folder, 20)) {
      Result said = scene.run("provision");
      assertThat(said.code()).isZero();
      assertThat(said.out())
          .contains(
              "Planned changes at notebook:", " - remember the gateway at http://127.0.0.1:7171")
          .contains("Nothing was changed. To apply the changes: sluice provision --execute");
      assertThat(scene.run("provision").out()).contains("Planned changes");
      Result done = scene.run("provision", "--execute", "--json");
      assertThat(done.json().get("executed").asBoolean()).isTrue();
      assertThat(done.json().get("steps")).hasSize(1);
      assertThat(scene.run("provision", "--execute").out())
          .isEqualTo("Done: remember the gateway at http://127.0.0.1:7171\n");
    }
  }

  @Test
  void help_is_there_for_the_whole_and_for_every_command() {
    assertThat(Scene.sluice("--help").out())
        .contains("init", "provision", "bulk", "status", "user", "Exit codes: 0 done");
    for (String command : new String[] {"init", "provision", "bulk", "status", "user"}) {
      Result help = Scene.sluice(command, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.out()).contains("sluice " + command, "--config");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "-h",
        "archive -h",
        "archive key -h",
        "archive verify -h",
        "assess -h",
        "backup -h",
        "backup open -h",
        "backup verify -h",
        "demo -h",
        "export -h",
        "serve -h",
        "sync -h",
        "verify -h"
      })
  void every_command_declares_help_in_the_same_words(String line) {
    Result help = Scene.sluice(line.split(" "));

    assertThat(help.code()).isZero();
    assertThat(help.out()).containsPattern("-h, --help +Show this help message and exit[.]");
  }

  @Test
  void a_mistyped_command_or_option_is_wrong_usage_told_in_one_line() {
    Result command = Scene.sluice("bluk");
    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains("bluk", "See sluice --help.");
    Result option = Scene.sluice("status", "--jsno");
    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("--jsno", "See sluice status --help.");
    assertThat(option.err().lines()).hasSize(1);
    assertThat(Scene.sluice().code()).isEqualTo(2);
  }
}
