package dev.sluice.targets.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contracts.TargetFactoryContract;
import dev.sluice.migration.target.TargetFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilesTargetFactoryTest extends TargetFactoryContract {
  private final FilesTargetFactory factory = new FilesTargetFactory();

  @Override
  protected TargetFactory factory() {
    return factory;
  }

  @Override
  protected Map<String, String> goodValues() {
    return Map.of("folder", "not/there");
  }

  @Test
  void a_blank_folder_is_none() {
    assertThat(factory.problems(Map.of("folder", " ")))
        .containsExactly("folder: is missing or empty.");
  }
}
