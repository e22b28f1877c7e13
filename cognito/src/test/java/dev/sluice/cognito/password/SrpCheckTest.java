package dev.sluice.cognito.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.Verdict;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.cognito.ScriptedCognito;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What goes over the wire when a password is checked by SRP, and what its first half proves. */
class SrpCheckTest {
  private static final String BEGIN = "AdminInitiateAuth";
  private static final String ANSWER = "AdminRespondToAuthChallenge";
  private static final String PASSWORD = "Juniper-Kettle-41";

  private final ScriptedCognito pool = new ScriptedCognito();

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void neither_call_carries_the_password_and_both_are_signed_and_tell_where_the_user_is() {
    pool.answers(BEGIN, SrpScript.OFFER).answers(ANSWER, "{}");
    check(Duration.ofSeconds(20));

    assertThat(pool.calls())
        .extracting(ScriptedCognito.Call::operation)
        .containsExactly(BEGIN, ANSWER);
    assertThat(pool.calls())
        .allSatisfy(call -> {
          assertThat(call.authorization()).startsWith("AWS4-HMAC-SHA256");
          assertThat(call.body().toString())
              .contains("\"IpAddress\":\"203.0.113.77\"")
              .doesNotContain(PASSWORD, "DEVICE_KEY");
        });
  }

  @Test
  void the_challenge_is_answered_for_the_user_whom_the_pool_named_with_that_users_hash() {
    pool.answers(BEGIN, SrpScript.OFFER).answers(ANSWER, "{}");
    check(Duration.ofSeconds(20));

    JsonNode begun = pool.calls(BEGIN).getFirst().body();
    assertThat(begun.path("AuthFlow").asString()).isEqualTo("USER_SRP_AUTH");
    assertThat(begun.at("/AuthParameters/USERNAME").asString()).isEqualTo("rosa@example.org");
    JsonNode answered = pool.calls(ANSWER).getFirst().body().path("ChallengeResponses");
    assertThat(answered.path("USERNAME").asString()).isEqualTo("the-username");
    assertThat(answered.path("PASSWORD_CLAIM_SECRET_BLOCK").asString())
        .isEqualTo("YmxvY2sgb2YgdGhlIHNjcmlwdA==");
    assertThat(answered.path("SECRET_HASH").asString())
        .isEqualTo(SecretHash.of("the-username", "4srpclient", new Secret("secret-of-the-client")));
  }

  @ParameterizedTest
  @CsvSource({
    "UserNotFoundException, User does not exist., UNKNOWN_USER",
    "UserNotConfirmedException, User is not confirmed., NOT_CONFIRMED",
    "PasswordResetRequiredException, Password reset required for the user, RESET_REQUIRED",
    "NotAuthorizedException, User is disabled., DISABLED"
  })
  void a_refusal_in_the_first_half_is_the_same_refusal(
      String type, String message, RefusalReason reason) {
    pool.refuses(BEGIN, type, message);

    assertThat(check(Duration.ofSeconds(20))).isEqualTo(new Verdict.Refused(reason));
    assertThat(pool.calls(ANSWER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TooManyRequestsException, Rate exceeded, SOURCE_THROTTLED",
    "InvalidParameterException, USER_SRP_AUTH is not enabled for the client., MISCONFIGURED",
    "ForbiddenException, Request blocked, FIREWALL"
  })
  void what_proves_nothing_in_the_first_half_is_no_wrong_password(
      String type, String message, NoVerdictReason reason) {
    pool.refuses(BEGIN, type, message);

    assertThat(reason(check(Duration.ofSeconds(20)))).isEqualTo(reason);
  }

  /** They would prove a password in other flows, where they follow it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ChallengeName\":\"SMS_MFA\",\"Session\":\"s\"}",
        "{\"ChallengeName\":\"CUSTOM_CHALLENGE\"}",
        "{\"AuthenticationResult\":{\"IdToken\":\"a.b.c\",\"AccessToken\":\"a\"}}",
        "{}"
      })
  void anything_but_an_offer_in_the_first_half_proves_nothing(String answer) {
    pool.answers(BEGIN, answer);

    assertThat(reason(check(Duration.ofSeconds(20)))).isEqualTo(NoVerdictReason.MISCONFIGURED);
    assertThat(pool.calls(ANSWER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SALT, zz", "SRP_B, 0", "SECRET_BLOCK, !", "USER_ID_FOR_SRP, ''"})
  void an_offer_that_makes_no_sense_proves_nothing(String name, String value) {
    pool.answers(
        BEGIN,
        SrpScript.OFFER.replaceFirst(
            "\"" + name + "\":\"[^\"]*\"", "\"" + name + "\":\"" + value + "\""));

    assertThat(reason(check(Duration.ofSeconds(20)))).isEqualTo(NoVerdictReason.SOURCE_UNAVAILABLE);
    assertThat(pool.calls(ANSWER)).isEmpty();
  }

  @Test
  void a_second_half_that_comes_after_the_budget_is_a_timeout() {
    pool.answers(BEGIN, SrpScript.OFFER).answersLate(ANSWER, Duration.ofSeconds(20), "{}");

    assertThat(reason(check(Duration.ofSeconds(3)))).isEqualTo(NoVerdictReason.SOURCE_TIMED_OUT);
  }

  private Verdict check(Duration budget) {
    CognitoOptions options =
        CognitoOptions.of("eu-south-2_SrPcHeCk1", "4srpclient")
            .at(pool.endpoint())
            .with(PasswordFlow.SRP)
            .withSecret(new Secret("secret-of-the-client"));
    try (CognitoPool connection = CognitoPool.open(options);
        CognitoPasswordCheck check = connection.passwords()) {
      return check.check(
          new PasswordAttempt(
              "rosa@example.org", new Secret(PASSWORD), "203.0.113.77", null, budget));
    }
  }

  private static NoVerdictReason reason(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.NoVerdict.class);
    return ((Verdict.NoVerdict) verdict).reason();
  }
}
