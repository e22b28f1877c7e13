package dev.sluice.cognito.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.source.SourceException;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.cognito.ScriptedCognito;
import dev.sluice.cognito.call.CognitoOptions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pool's own setting says of everybody's second factor, without billing anybody. */
class FactorsOfEverybodyTest {
  private final ScriptedCognito pool = new ScriptedCognito();

  @AfterEach
  void stop() {
    pool.close();
  }

  @ParameterizedTest
  @CsvSource({"ON, true", "OFF, false", "OPTIONAL,"})
  void the_pool_says_whether_all_have_one_none_can_or_each_decides(String mode, Boolean everybody) {
    pool.answers("DescribeUserPool", "{\"UserPool\":{\"MfaConfiguration\":\"" + mode + "\"}}");

    try (CognitoPool connection = connect()) {
      CognitoSecondFactors factors = connection.secondFactorsOfAPerson();
      assertThat(factors.ofEverybody()).isEqualTo(Optional.ofNullable(everybody));
      assertThat(factors.ofEverybody()).isEqualTo(Optional.ofNullable(everybody));
    }
    assertThat(pool.calls("DescribeUserPool")).hasSize(1);
    assertThat(pool.calls("AdminGetUser")).isEmpty();
  }

  @Test
  void a_pool_that_cannot_be_read_says_nothing() {
    pool.refuses("DescribeUserPool", "AccessDeniedException", "no");

    try (CognitoPool connection = connect()) {
      assertThatThrownBy(() -> connection.secondFactorsOfAPerson().ofEverybody())
          .isInstanceOf(SourceException.class);
    }
  }

  private CognitoPool connect() {
    return CognitoPool.open(
        CognitoOptions.of("eu-south-2_TaBLe0001", "3nq8sluicetest").at(pool.endpoint()));
  }
}
