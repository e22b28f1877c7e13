package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.assess.disposition.DispositionTexts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeycloakDispositionsTest {
  private final Map<String, String> fates = new KeycloakTargetFactory().fates();

  @Test
  void keycloak_says_what_to_do_about_every_thing() {
    assertThat(fates.keySet()).isEqualTo(DispositionTexts.keys());
  }

  @Test
  void every_text_begins_with_a_fate_and_is_a_sentence() {
    assertThat(fates.values())
        .allSatisfy(text -> assertThat(text).matches("(MOVES|DECIDE|CANNOT) \\S.*[.]"));
  }

  @Test
  void what_keycloak_keeps_moves() {
    assertThat(fates.get("ids")).startsWith("MOVES");
    assertThat(fates.get("creation-date")).startsWith("MOVES");
    assertThat(fates.get("groups")).startsWith("MOVES");
  }
}
