package dev.sluice.cognito.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.Verdict;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.cognito.ScriptedCognito;
import dev.sluice.cognito.password.CognitoPasswordCheck;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class SdkCredentialsTest {
  private final ScriptedCognito pool = new ScriptedCognito();
  private final CognitoPool withoutCredentials =
      CognitoPool.open(
          CognitoOptions.of("eu-south-2_CrEds0001", "5cl1entcreds").at(pool.endpoint()),
          SdkCredentials.explained(() -> {
            throw SdkClientException.create("Unable to load credentials");
          }));

  @AfterEach
  void close() {
    withoutCredentials.close();
    pool.close();
  }

  @Test
  void who_has_no_credentials_is_told_how_to_get_some() {
    assertThatThrownBy(() -> withoutCredentials.users().describe())
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("No AWS credentials were found. Set AWS_PROFILE");
    assertThat(pool.calls()).isEmpty();
  }

  @Test
  void a_check_without_credentials_is_the_operators_matter_not_the_users() {
    try (CognitoPasswordCheck check = withoutCredentials.passwords()) {
      Verdict verdict =
          check.check(
              new PasswordAttempt(
                  "rosa", new Secret("Walnut-Ferry-73"), null, null, Duration.ofSeconds(20)));

      assertThat(verdict)
          .isInstanceOfSatisfying(
              Verdict.NoVerdict.class,
              none -> {
                assertThat(none.reason()).isEqualTo(NoVerdictReason.MISCONFIGURED);
                assertThat(none.detail()).contains("No AWS credentials");
              });
    }
  }
}
