package dev.sluice.targets.keycloak.provision.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#B00B1E | #b00b1e",
        "#abc | #aabbcc",
        "#0972d3ff | #0972d3",
        "rgb(1, 2, 255) | #0102ff",
        "rgba(1,2,3,0.5) | #010203",
        "White | #ffffff",
      })
  void every_way_of_writing_a_colour_is_read(String css, String colour) {
    assertThat(Colour.parse(css).map(Colour::toString)).contains(colour);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#12345",
        "#0972d300",
        "rgb(1,2,256)",
        "linear-gradient(#fff, #000)",
        "red; } body { display: none",
        "var(--brand)",
        "url(https://evil.example/x)",
      })
  void what_is_no_colour_is_left_out(String css) {
    assertThat(Colour.parse(css)).isEmpty();
  }

  @Test
  void what_is_written_on_a_colour_can_be_read() {
    assertThat(Colour.parse("#b00b1e").orElseThrow().readable()).hasToString("#ffffff");
    assertThat(Colour.parse("#ffcc00").orElseThrow().readable()).hasToString("#000000");
  }
}
