package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that only look start in a fraction of a second, for they load no large library. */
class LightStartTest {
  @TempDir Path folder;

  @Test
  void status_loads_nothing_of_aws_and_spring() throws IOException, InterruptedException {
    try (Scene scene = new Scene(folder, 30)) {
      scene.run("bulk", "--execute");
      String said = java("status", "--config", scene.config().toString());
      assertThat(said).contains("30 users in the ledger", "picocli.CommandLine");
      assertThat(said)
          .doesNotContain(
              " software.amazon.", " org.springframework.context.", " org.flywaydb.core.Flyway ");
    }
  }

  private String java(String... args) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sluice.app.Sluice"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readString(said);
  }
}
