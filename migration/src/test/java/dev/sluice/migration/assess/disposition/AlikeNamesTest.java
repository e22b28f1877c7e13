package dev.sluice.migration.assess.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeNamesTest {
  @Test
  void names_that_many_databases_take_for_one_are_told() {
    assertThat(
            AlikeNames.among(
                List.of("Admins", "admins", "ädmins", "admins ", "readers", "Straße", "STRASSE")))
        .containsExactly("Admins", "admins", "ädmins", "admins ", "Straße", "STRASSE");
    assertThat(AlikeNames.among(List.of("\uD83C\uDF89", "\uD83C\uDF82", "x")))
        .containsExactly("\uD83C\uDF89", "\uD83C\uDF82");
  }

  @Test
  void names_that_differ_by_more_are_not() {
    assertThat(AlikeNames.among(List.of("admins", " admins", "admin", "日本", "日木"))).isEmpty();
  }
}
