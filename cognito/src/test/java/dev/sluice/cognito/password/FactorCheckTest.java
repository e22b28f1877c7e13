package dev.sluice.cognito.password;

import static dev.sluice.api.source.NoVerdictReason.FIREWALL;
import static dev.sluice.api.source.NoVerdictReason.MISCONFIGURED;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_LOCKED_OUT;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_THROTTLED;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_TIMED_OUT;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_UNAVAILABLE;
import static dev.sluice.api.source.NoVerdictReason.TRIGGER_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.FactorVerdict;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.cognito.ScriptedCognito;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire when a second factor is answered, and what each answer means. */
class FactorCheckTest {
  private static final String SIGNED = "AdminRespondToAuthChallenge";
  private static final String UNSIGNED = "RespondToAuthChallenge";
  private static final String CODE = "918273";
  private static final String SESSION = "session-of-the-test-4711";

  private final ScriptedCognito pool = new ScriptedCognito();

  @AfterEach
  void stop() {
    pool.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SMS, SMS_MFA, SMS_MFA_CODE",
    "EMAIL, EMAIL_OTP, EMAIL_OTP_CODE",
    "TOTP, SOFTWARE_TOKEN_MFA, SOFTWARE_TOKEN_MFA_CODE"
  })
  void a_code_is_sent_under_its_name_with_the_session_and_the_hash(
      SecondFactor factor, String challenge, String field) {
    pool.answers(SIGNED, "{}");
    answer(PasswordFlow.ADMIN, factor);

    ScriptedCognito.Call call = pool.calls(SIGNED).getFirst();
    assertThat(call.authorization()).startsWith("AWS4-HMAC-SHA256");
    assertThat(call.body().path("ChallengeName").asString()).isEqualTo(challenge);
    assertThat(call.body().path("Session").asString()).isEqualTo(SESSION);
    assertThat(call.body().at("/ChallengeResponses/" + field).asString()).isEqualTo(CODE);
    assertThat(call.body().at("/ChallengeResponses/USERNAME").asString()).isEqualTo("rosa");
    assertThat(call.body().at("/ChallengeResponses/SECRET_HASH").asString())
        .isEqualTo(SecretHash.of("rosa", "6factorclient", new Secret("secret-of-the-client")));
    assertThat(call.body().toString()).contains("\"IpAddress\":\"203.0.113.31\"");
  }

  @Test
  void a_sign_in_that_was_begun_unsigned_goes_on_unsigned() {
    pool.answers(UNSIGNED, "{}");
    answer(PasswordFlow.USER, SecondFactor.TOTP);

    assertThat(pool.calls(UNSIGNED).getFirst().authorization()).isNull();
    assertThat(pool.calls(SIGNED)).isEmpty();
  }

  @Test
  void tokens_after_a_code_are_revoked() throws Exception {
    pool.answers(
            SIGNED,
            "{\"AuthenticationResult\":{\"IdToken\":\"a.e30.c\",\"RefreshToken\":\"refresh-8\"}}")
        .answers("RevokeToken", "{}");

    assertThat(answer(PasswordFlow.ADMIN, SecondFactor.SMS))
        .isEqualTo(new FactorVerdict.Right(null));
    assertThat(pool.await("RevokeToken").body().path("Token").asString()).isEqualTo("refresh-8");
  }

  @ParameterizedTest(name = "{0} {1} after {2} is {3}")
  @CsvSource({
    "CodeMismatchException, Invalid code received for user, TOTP, WRONG_CODE",
    "CodeMismatchException, Invalid code or auth state for the user., SMS, WRONG_CODE",
    "ExpiredCodeException, Your software token has already been used once., TOTP, WRONG_CODE",
    "ExpiredCodeException, 'Invalid code provided, please request a code again.', SMS, CHALLENGE_EXPIRED",
    "NotAuthorizedException, 'Invalid session for the user, session is expired.', EMAIL, CHALLENGE_EXPIRED",
    "NotAuthorizedException, 'Invalid session for the user, session can only be used once.', TOTP, CHALLENGE_EXPIRED",
    "NotAuthorizedException, Invalid session for the user., TOTP, CHALLENGE_EXPIRED",
    "NotAuthorizedException, User is disabled., TOTP, DISABLED",
    "UserNotFoundException, User does not exist., TOTP, UNKNOWN_USER"
  })
  void an_answer_that_lets_nobody_in_is_a_refusal(
      String type, String message, SecondFactor factor, RefusalReason reason) {
    pool.refuses(SIGNED, type, message);

    assertThat(answer(PasswordFlow.SRP, factor)).isEqualTo(new FactorVerdict.Refused(reason));
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @MethodSource
  void an_answer_that_proves_nothing_is_never_a_wrong_code(
      String type, String message, NoVerdictReason reason) {
    pool.refuses(SIGNED, type, message);

    assertThat(reason(answer(PasswordFlow.ADMIN, SecondFactor.TOTP))).isEqualTo(reason);
    assertThat(pool.calls(SIGNED)).as("never asked twice by itself").hasSize(1);
  }

  static Stream<Arguments> an_answer_that_proves_nothing_is_never_a_wrong_code() {
    return Stream.of(
        Arguments.of("NotAuthorizedException", "Password attempts exceeded", SOURCE_LOCKED_OUT),
        Arguments.of(
            "NotAuthorizedException", "Incorrect username or password.", SOURCE_UNAVAILABLE),
        Arguments.of("TooManyRequestsException", "Rate exceeded", SOURCE_THROTTLED),
        Arguments.of("InternalErrorException", "Something went wrong", SOURCE_UNAVAILABLE),
        Arguments.of("UserLambdaValidationException", "No luck.", TRIGGER_FAILED),
        Arguments.of("ForbiddenException", "Request blocked", FIREWALL),
        Arguments.of("AccessDeniedException", "is not authorized to perform", MISCONFIGURED),
        Arguments.of(
            "SoftwareTokenMFANotFoundException", "Not found for the user", SOURCE_UNAVAILABLE));
  }

  @Test
  void a_code_that_an_error_repeats_is_not_passed_on() {
    pool.refuses(SIGNED, "UserLambdaValidationException", "Bad " + CODE + ".");

    assertThat(answer(PasswordFlow.ADMIN, SecondFactor.TOTP).toString())
        .contains("Bad ****")
        .doesNotContain(CODE, SESSION);
  }

  @Test
  void an_answer_after_the_budget_is_a_timeout() {
    pool.answersLate(SIGNED, Duration.ofSeconds(20), "{}");

    assertThat(reason(answer(PasswordFlow.ADMIN, SecondFactor.TOTP, Duration.ofSeconds(2))))
        .isEqualTo(SOURCE_TIMED_OUT);
  }

  private FactorVerdict answer(PasswordFlow flow, SecondFactor factor) {
    return answer(flow, factor, Duration.ofSeconds(20));
  }

  private FactorVerdict answer(PasswordFlow flow, SecondFactor factor, Duration budget) {
    CognitoOptions options =
        CognitoOptions.of("eu-south-2_FaCtOr001", "6factorclient")
            .at(pool.endpoint())
            .with(flow)
            .withSecret(new Secret("secret-of-the-client"));
    Challenge challenge =
        new Challenge(factor, "rosa", new Secret(SESSION), "+*******1234", List.of());
    try (CognitoPool connection = CognitoPool.open(options);
        CognitoPasswordCheck check = connection.passwords()) {
      return check.answer(
          new FactorAttempt(
              challenge,
              new FactorAttempt.Answer.Code(new Secret(CODE)),
              "203.0.113.31",
              null,
              budget));
    }
  }

  private static NoVerdictReason reason(FactorVerdict verdict) {
    assertThat(verdict).isInstanceOf(FactorVerdict.NoVerdict.class);
    return ((FactorVerdict.NoVerdict) verdict).reason();
  }
}
