package dev.sluice.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.target.TargetFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Each target has a page whose table is made from the options that the target declares. */
class TargetPageTest {
  private static final Path TARGETS =
      Path.of(System.getProperty("sluice.root", ".."), "docs", "targets");

  @Test
  void each_page_says_what_its_target_declares() throws IOException {
    for (TargetFactory factory : ServiceLoader.load(TargetFactory.class)) {
      Path page = TARGETS.resolve(factory.name() + ".md");
      assertThat(page).as("the page of target %s", factory.name()).isRegularFile();
      String written = Files.readString(page);
      String right = OptionsTable.replacedIn(written, factory.options());
      if (Boolean.getBoolean("sluice.docs.write")) {
        Files.writeString(page, right);
      } else {
        assertThat(written)
            .as(
                "%s is out of date; to write it anew: mvn test -pl targets -am"
                    + " -Dtest=TargetPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dsluice.docs.write=true",
                page)
            .isEqualTo(right);
      }
    }
  }
}
