package dev.sluice.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLoginTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mira lee",
        " mira lee",
        "mira lee\t",
        "\r\nmira lee\n",
        "\u00A0mira lee\u2003",
        "\uFEFFmira lee\u200B"
      })
  void blanks_around_a_login_are_cut_off_and_those_within_stay(String typed) {
    assertThat(TypedLogin.of(typed)).isEqualTo("mira lee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00A0\uFEFF"})
  void nothing_but_blanks_is_nothing(String typed) {
    assertThat(TypedLogin.of(typed)).isEmpty();
  }
}
