package dev.sluice.targets.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.contracts.target.TargetFactoryContract;
import java.nio.file.Path;
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
  void one_folder_is_one_place_however_it_is_written() {
    String place = factory.place(Map.of("folder", "not/there"));
    assertThat(place).isEqualTo("folder " + Path.of("not", "there").toAbsolutePath());
    assertThat(factory.place(Map.of("folder", "not/../not/there/"))).isEqualTo(place);
    assertThat(factory.place(Map.of("folder", "not/here"))).isNotEqualTo(place);
  }

  @Test
  void a_blank_folder_is_none() {
    assertThat(factory.problems(Map.of("folder", " ")))
        .containsExactly(OptionProblem.missing(FilesOptions.ALL.getFirst()));
  }
}
