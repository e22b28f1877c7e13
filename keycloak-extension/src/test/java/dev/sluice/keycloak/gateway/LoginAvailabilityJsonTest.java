package dev.sluice.keycloak.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginAvailabilityJsonTest {
  private static final String PROBLEM = "application/problem+json";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "200 | application/json         | {\"state\":\"LEFT\",\"takenAtSource\":true}      | TAKEN",
        "200 | application/json         | {\"state\":\"MIGRATED\",\"takenAtSource\":false} | FREE",
        "404 | application/problem+json | {\"status\":404}                           | FREE",
        "404 | text/html                | not here                                 | NOT_KNOWN",
        "200 | application/json         | {\"state\":\"LEFT\"}                         | NOT_KNOWN",
        "200 | text/html                | welcome                                  | NOT_KNOWN",
        "401 | application/problem+json | {}                                       | NOT_KNOWN",
        "503 | application/problem+json | {}                                       | NOT_KNOWN"
      })
  void only_the_gateways_own_yes_or_no_counts(
      int status, String contentType, String body, LoginAvailability expected) {
    assertThat(LoginAvailabilityJson.read(status, contentType, body)).isEqualTo(expected);
  }

  @Test
  void a_problem_that_is_told_in_utf_8_is_one_too() {
    assertThat(LoginAvailabilityJson.read(404, PROBLEM + ";charset=UTF-8", "{}"))
        .isEqualTo(LoginAvailability.FREE);
  }
}
