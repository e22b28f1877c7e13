package dev.sluice.targets.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.assess.disposition.DispositionTexts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionAuthDispositionsTest {
  private final Map<String, String> dispositions = new FusionAuthTargetFactory().dispositions();

  @Test
  void fusionauth_says_what_to_do_about_every_thing() {
    assertThat(dispositions.keySet()).isEqualTo(DispositionTexts.keys());
  }

  @Test
  void every_text_begins_with_a_fate_and_is_a_sentence() {
    assertThat(dispositions.values())
        .allSatisfy(text -> assertThat(text).matches("(MOVES|DECIDE|CANNOT) \\S.*[.]"));
  }

  @Test
  void a_client_moves_and_the_text_says_that_its_id_changes() {
    assertThat(dispositions.get("clients")).startsWith("MOVES").contains("UUIDs");
  }
}
