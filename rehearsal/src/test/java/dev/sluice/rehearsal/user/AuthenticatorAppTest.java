package dev.sluice.rehearsal.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorAppTest {
  private final AuthenticatorApp app =
      new AuthenticatorApp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** The last six of the eight digits of RFC 6238, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void it_shows_the_codes_of_the_rfc(long second, String code) {
    assertThat(app.code(Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void its_secret_is_typed_in_base32() {
    assertThat(app.secret()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }
}
