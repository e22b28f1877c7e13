package dev.sluice.targets;

import dev.sluice.api.target.TargetFactory;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Each target has a page whose tables are made from what the target's factory tells. */
class TargetPageTest {
  private static final Marked OPTIONS = new Marked("options");
  private static final Marked CAPABILITIES = new Marked("capabilities");
  private static final Marked TARGETS = new Marked("targets");

  private static final List<TargetFactory> FACTORIES =
      StreamSupport.stream(ServiceLoader.load(TargetFactory.class).spliterator(), false)
          .sorted(Comparator.comparing(TargetFactory::name))
          .toList();

  @Test
  void each_page_says_what_its_target_declares_and_claims() throws IOException {
    for (TargetFactory factory : FACTORIES) {
      WrittenPage page =
          new WrittenPage(
              WrittenPage.ROOT.resolve("docs").resolve("targets").resolve(factory.name() + ".md"));
      String options = OPTIONS.replacedIn(page.text(), OptionsTable.of(factory.options()));
      page.mustBe(CAPABILITIES.replacedIn(options, CapabilityTable.of(factory)));
    }
  }

  @Test
  void the_readme_shows_all_targets_beside_each_other() throws IOException {
    WrittenPage page = new WrittenPage(WrittenPage.ROOT.resolve("README.md"));
    page.mustBe(TARGETS.replacedIn(page.text(), TargetsTable.of(FACTORIES)));
  }
}
