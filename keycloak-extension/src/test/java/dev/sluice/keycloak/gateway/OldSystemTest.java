package dev.sluice.keycloak.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldSystemTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://old.example.org",
        "https://old.example.org:8443/login?a=b#c",
        "http://127.0.0.1:9000/login",
        "http://localhost/"
      })
  void an_address_that_a_link_may_have(String url) {
    assertThat(OldSystem.at(url)).hasValueSatisfying(old -> assertThat(old.url()).hasToString(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://old.example.org",
        "http://127.0.0.1.example.org",
        "https://somebody@old.example.org",
        "//old.example.org",
        "/login",
        "https:old.example.org",
        "https://old.example.org/\"><script>alert(1)</script>",
        "https://old.example.org/a b"
      })
  void an_address_that_no_link_may_have_is_left_out(String url) {
    assertThat(OldSystem.at(url)).isEmpty();
  }

  @Test
  void what_is_missing_or_endless_is_left_out() {
    assertThat(OldSystem.at(null)).isEmpty();
    assertThat(OldSystem.at("https://old.example.org/" + "a".repeat(2_000))).isEmpty();
  }

  @Test
  void an_address_is_given_in_plain_letters() {
    assertThat(OldSystem.at("https://old.example.org/?a=\u00e4").orElseThrow().address())
        .isEqualTo("https://old.example.org/?a=%C3%A4");
  }
}
