package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.assess.disposition.DispositionTexts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeycloakDispositionsTest {
  private final Map<String, String> dispositions = new KeycloakTargetFactory().dispositions();

  @Test
  void keycloak_says_what_to_do_about_every_thing() {
    assertThat(dispositions.keySet()).isEqualTo(DispositionTexts.keys());
  }

  @Test
  void every_text_begins_with_a_fate_and_is_a_sentence() {
    assertThat(dispositions.values())
        .allSatisfy(text -> assertThat(text).matches("(MOVES|DECIDE|CANNOT) \\S.*[.]"));
  }

  @Test
  void what_keycloak_keeps_moves() {
    assertThat(dispositions.get("ids")).startsWith("MOVES");
    assertThat(dispositions.get("creation-date")).startsWith("MOVES");
    assertThat(dispositions.get("groups")).startsWith("MOVES");
  }
}
