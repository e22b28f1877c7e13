package dev.sluice.keycloak.load.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import dev.sluice.keycloak.wire.ImportAnswer.Result;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteFailureTest {
  @ParameterizedTest
  @CsvSource({
    "22001, REFUSED",
    "23505, REFUSED",
    "22021, REFUSED",
    "40001, TRY_LATER",
    "08006, TRY_LATER",
    "57014, TRY_LATER"
  })
  void only_what_is_wrong_with_the_data_is_refused(String state, Result result) {
    Outcome outcome =
        WriteFailure.outcome(
            "i-1", new IllegalStateException(new SQLException("it broke\nat length", state)));
    assertThat(outcome.outcome()).isEqualTo(result);
    assertThat(outcome.problem()).contains("it broke").doesNotContain("at length");
  }
}
