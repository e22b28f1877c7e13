package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTrainingTest {
  @TempDir Path folder;

  @Test
  void the_commands_that_are_recorded_all_work() {
    assertThatCode(() -> StartTraining.main(folder.toString())).doesNotThrowAnyException();
  }
}
