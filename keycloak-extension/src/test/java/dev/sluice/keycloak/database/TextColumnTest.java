package dev.sluice.keycloak.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextColumnTest {
  @ParameterizedTest
  @CsvSource({
    "utf8mb4, Una \uD83C\uDF89, -1",
    "utf8mb3, Una \uD83C\uDF89, 127881",
    "utf8, 日本語, -1",
    "ucs2, \uD83C\uDDE9, 127465",
    "latin1, Zoë, -1",
    "latin1, Łódź, 321",
    "ascii, Zoë, 235"
  })
  void the_first_character_that_does_not_fit_is_found(String charset, String text, int foreign) {
    var column = new TextColumn("USER_ENTITY.FIRST_NAME", charset, charset + "_bin");
    assertThat(column.foreign(text).orElse(-1)).isEqualTo(foreign);
  }

  @ParameterizedTest
  @CsvSource({"utf8mb3"})
  void the_problem_names_the_field_and_the_character(String charset) {
    var column = new TextColumn("USER_ENTITY.FIRST_NAME", charset, charset + "_general_ci");
    assertThat(column.problem("given name", 0x1F389))
        .contains("given name", "\uD83C\uDF89 (U+1F389)", "USER_ENTITY.FIRST_NAME (utf8mb3)");
  }
}
