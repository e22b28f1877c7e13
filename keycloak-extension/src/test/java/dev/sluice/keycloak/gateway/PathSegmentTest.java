package dev.sluice.keycloak.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same table holds for the segments that the targets write. */
class PathSegmentTest {

  @ParameterizedTest
  @CsvSource({
    "abc9,abc9",
    "a.b-c_d@e,a.b-c_d%40e",
    ".,%2E",
    "..,%2E%2E",
    "...,...",
    "..a,..a",
    "a/b,a%2Fb",
    "../..,..%2F..",
    "a b,a%20b",
    "a+b,a%2Bb",
    "~me,~me",
    "a~,a~",
    "100%,100%25",
    "%2E,%252E",
    "a?b#c&d=e;f,a%3Fb%23c%26d%3De%3Bf",
    "a\\b,a%5Cb",
    "ä,%C3%A4",
    "日本,%E6%97%A5%E6%9C%AC",
    "😀,%F0%9F%98%80"
  })
  void any_text_is_one_segment_of_a_path(String text, String expected) {
    assertThat(PathSegment.of(text)).isEqualTo(expected);
  }
}
