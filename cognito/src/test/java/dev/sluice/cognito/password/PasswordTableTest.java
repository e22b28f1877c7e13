package dev.sluice.cognito.password;

import static dev.sluice.api.source.NoVerdictReason.FIREWALL;
import static dev.sluice.api.source.NoVerdictReason.MISCONFIGURED;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_LOCKED_OUT;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_SUSPICIOUS;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_THROTTLED;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_UNAVAILABLE;
import static dev.sluice.api.source.NoVerdictReason.TRIGGER_FAILED;
import static dev.sluice.api.source.RefusalReason.DISABLED;
import static dev.sluice.api.source.RefusalReason.NOT_CONFIRMED;
import static dev.sluice.api.source.RefusalReason.RESET_REQUIRED;
import static dev.sluice.api.source.RefusalReason.TEMPORARY_PASSWORD_EXPIRED;
import static dev.sluice.api.source.RefusalReason.UNKNOWN_USER;
import static dev.sluice.api.source.RefusalReason.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.cognito.ScriptedCognito;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each answer of Cognito proves, in every password flow. The answers are given word for word
 * as AWS gives them, by a server made for this, because no stand-in gives them all.
 */
class PasswordTableTest {
  private static final String PASSWORD = "Quince-Harbour-58";
  private final ScriptedCognito pool = new ScriptedCognito();

  @AfterEach
  void stop() {
    pool.close();
  }

  @ParameterizedTest(name = "{1} {2} is {3}")
  @MethodSource("refusals")
  void an_answer_that_lets_nobody_in_is_a_refusal(
      PasswordFlow flow, String type, String message, RefusalReason reason) {
    pool.refuses(operation(flow), type, message);

    assertThat(check(flow)).isEqualTo(new Verdict.Refused(reason));
  }

  static Stream<Arguments> refusals() {
    return inEveryFlow(
        arguments("NotAuthorizedException", "Incorrect username or password.", WRONG_PASSWORD),
        arguments("NotAuthorizedException", "User is disabled.", DISABLED),
        arguments(
            "NotAuthorizedException",
            "Temporary password has expired and must be reset by an administrator.",
            TEMPORARY_PASSWORD_EXPIRED),
        arguments(
            "NotAuthorizedException",
            "User account has expired, it must be reset by an administrator.",
            TEMPORARY_PASSWORD_EXPIRED),
        arguments(
            "InvalidParameterException",
            "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member"
                + " must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
            WRONG_PASSWORD),
        arguments("UserNotFoundException", "User does not exist.", UNKNOWN_USER),
        arguments(
            "PasswordResetRequiredException",
            "Password reset required for the user",
            RESET_REQUIRED),
        arguments("UserNotConfirmedException", "User is not confirmed.", NOT_CONFIRMED));
  }

  @ParameterizedTest(name = "{1} {2} is {3}")
  @MethodSource("noVerdicts")
  void an_answer_that_proves_nothing_is_never_a_wrong_password(
      PasswordFlow flow, String type, String message, NoVerdictReason reason) {
    pool.refuses(operation(flow), type, message);

    assertThat(check(flow))
        .isInstanceOfSatisfying(
            Verdict.NoVerdict.class,
            none -> {
              assertThat(none.reason()).isEqualTo(reason);
              assertThat(none.detail()).contains(type).contains(message).doesNotContain(PASSWORD);
            });
    assertThat(pool.calls(operation(flow))).as("never asked twice by itself").hasSize(1);
  }

  static Stream<Arguments> noVerdicts() {
    return inEveryFlow(
        arguments("NotAuthorizedException", "Password attempts exceeded", SOURCE_LOCKED_OUT),
        arguments(
            "NotAuthorizedException",
            "Unable to login because of security reasons.",
            SOURCE_SUSPICIOUS),
        arguments(
            "NotAuthorizedException",
            "Request not allowed due to security reasons.",
            SOURCE_SUSPICIOUS),
        arguments(
            "NotAuthorizedException",
            "Unable to verify secret hash for client 3nq8sluicetest",
            MISCONFIGURED),
        arguments(
            "NotAuthorizedException",
            "Client 3nq8sluicetest is configured with secret but SECRET_HASH was not received",
            MISCONFIGURED),
        arguments(
            "NotAuthorizedException",
            "PreAuthentication failed with error no luck.",
            TRIGGER_FAILED),
        arguments(
            "NotAuthorizedException",
            "UserMigration failed with error Bad password.",
            TRIGGER_FAILED),
        arguments(
            "UserNotFoundException",
            "Exception migrating user in app client 3nq8sluicetest",
            TRIGGER_FAILED),
        arguments(
            "NotAuthorizedException", "A sentence that AWS has yet to write.", SOURCE_UNAVAILABLE),
        arguments("NotAuthorizedException", "", SOURCE_UNAVAILABLE),
        arguments(
            "InvalidParameterException",
            "USER_PASSWORD_AUTH flow not enabled for this client",
            MISCONFIGURED),
        arguments(
            "ResourceNotFoundException",
            "User pool client 3nq8sluicetest does not exist.",
            MISCONFIGURED),
        arguments(
            "AccessDeniedException",
            "User: arn:aws:iam::111122223333:user/x is not authorized to perform this",
            MISCONFIGURED),
        arguments(
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
            MISCONFIGURED),
        arguments(
            "ExpiredTokenException",
            "The security token included in the request is expired",
            MISCONFIGURED),
        arguments("TooManyRequestsException", "Too many requests", SOURCE_THROTTLED),
        arguments("LimitExceededException", "Attempt limit exceeded", SOURCE_THROTTLED),
        arguments("ThrottlingException", "Rate exceeded", SOURCE_THROTTLED),
        arguments("InternalErrorException", "Something went wrong", SOURCE_UNAVAILABLE),
        arguments(
            "UserLambdaValidationException",
            "PreAuthentication failed with error no luck.",
            TRIGGER_FAILED),
        arguments(
            "UnexpectedLambdaException", "PostAuthentication invocation failed", TRIGGER_FAILED),
        arguments("InvalidLambdaResponseException", "Unrecognizable lambda output", TRIGGER_FAILED),
        arguments("ForbiddenException", "Request blocked by a web ACL", FIREWALL),
        arguments(
            "InvalidSmsRoleAccessPolicyException", "Role cannot publish to SNS", MISCONFIGURED),
        arguments("InvalidPasswordException", "Invalid password", SOURCE_UNAVAILABLE),
        arguments("AnExceptionOfTomorrow", "Who knows", SOURCE_UNAVAILABLE));
  }

  @ParameterizedTest(name = "{1} is worth another try")
  @CsvSource({
    "NotAuthorizedException, Password attempts exceeded",
    "TooManyRequestsException, Too many requests"
  })
  void where_waiting_helps_it_is_said_for_how_long(String type, String message) {
    pool.refuses("AdminInitiateAuth", type, message);

    assertThat(check(PasswordFlow.ADMIN))
        .isInstanceOfSatisfying(
            Verdict.NoVerdict.class, none -> assertThat(none.retryAfter()).isPositive());
  }

  @ParameterizedTest(name = "{0} proves the password, second factor {1}, temporary {2}")
  @CsvSource({
    "NEW_PASSWORD_REQUIRED, NONE, true",
    "SMS_MFA, SMS, false",
    "EMAIL_OTP, EMAIL, false",
    "SOFTWARE_TOKEN_MFA, TOTP, false",
    "SELECT_MFA_TYPE, CHOICE, false",
    "MFA_SETUP, SETUP, false",
    "DEVICE_SRP_AUTH, DEVICE, false"
  })
  void a_challenge_that_follows_the_password_proves_it(
      String challenge, SecondFactor factor, boolean temporary) {
    for (PasswordFlow flow : PasswordFlow.values()) {
      pool.answers(operation(flow), challenge(challenge, "{\"USER_ID_FOR_SRP\":\"the-username\"}"));

      assertThat(check(flow))
          .usingRecursiveComparison()
          .ignoringFields("challenge")
          .isEqualTo(new Verdict.Proven("the-username", null, factor, temporary));
    }
  }

  @ParameterizedTest(name = "{0} is asked for, sent to {2}")
  @CsvSource({
    "SMS_MFA, SMS, +*******1234",
    "EMAIL_OTP, EMAIL, q***@e***",
    "SOFTWARE_TOKEN_MFA, TOTP,"
  })
  void what_is_needed_to_answer_a_code_comes_with_the_proof(
      String name, SecondFactor factor, @Nullable String destination) {
    String shown =
        destination == null ? "" : ",\"CODE_DELIVERY_DESTINATION\":\"" + destination + "\"";
    for (PasswordFlow flow : PasswordFlow.values()) {
      pool.answersOnly(
          operation(flow), challenge(name, "{\"USER_ID_FOR_SRP\":\"the-username\"" + shown + "}"));

      Challenge challenge = Objects.requireNonNull(proven(flow).challenge());

      assertThat(challenge.factor()).isEqualTo(factor);
      assertThat(challenge.login()).isEqualTo("the-username");
      assertThat(challenge.session().reveal()).isEqualTo("s");
      assertThat(challenge.destination()).isEqualTo(destination);
      assertThat(challenge.choices()).isEmpty();
      assertThat(challenge.toString()).doesNotContain("=s,");
    }
  }

  @Test
  void who_may_choose_is_told_among_what() {
    pool.answers(
        "AdminInitiateAuth",
        challenge(
            "SELECT_MFA_TYPE",
            "{\"MFAS_CAN_CHOOSE\":\"[\\\"SOFTWARE_TOKEN_MFA\\\",\\\"EMAIL_OTP\\\",\\\"NEW\\\"]\"}"));

    assertThat(Objects.requireNonNull(proven(PasswordFlow.ADMIN).challenge()).choices())
        .containsExactly(SecondFactor.TOTP, SecondFactor.EMAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MFA_SETUP", "DEVICE_SRP_AUTH", "NEW_PASSWORD_REQUIRED"})
  void what_no_code_can_answer_comes_without_a_challenge(String name) {
    pool.answers("AdminInitiateAuth", challenge(name, "{}"));

    assertThat(proven(PasswordFlow.ADMIN).challenge()).isNull();
  }

  @ParameterizedTest(name = "{0} proves nothing")
  @CsvSource({
    "CUSTOM_CHALLENGE",
    "SELECT_CHALLENGE",
    "PASSWORD",
    "PASSWORD_SRP",
    "PASSWORD_VERIFIER",
    "DEVICE_PASSWORD_VERIFIER",
    "WEB_AUTHN",
    "SMS_OTP",
    "ADMIN_NO_SRP_AUTH",
    "A_CHALLENGE_OF_TOMORROW"
  })
  void a_challenge_that_comes_instead_of_the_password_proves_nothing(String challenge) {
    for (PasswordFlow flow : PasswordFlow.values()) {
      pool.answers(operation(flow), challenge(challenge, "{}"));

      assertThat(check(flow))
          .isInstanceOfSatisfying(
              Verdict.NoVerdict.class, none -> assertThat(none.reason()).isEqualTo(MISCONFIGURED));
    }
  }

  @ParameterizedTest
  @EnumSource(PasswordFlow.class)
  void an_answer_with_neither_tokens_nor_a_challenge_proves_nothing(PasswordFlow flow) {
    pool.answers(operation(flow), "{}");

    assertThat(check(flow)).isInstanceOf(Verdict.NoVerdict.class);
  }

  @ParameterizedTest
  @EnumSource(PasswordFlow.class)
  void a_server_error_proves_nothing(PasswordFlow flow) {
    pool.fails(operation(flow), 503);

    assertThat(check(flow))
        .isInstanceOfSatisfying(
            Verdict.NoVerdict.class,
            none -> assertThat(none.reason()).isEqualTo(SOURCE_UNAVAILABLE));
  }

  private Verdict.Proven proven(PasswordFlow flow) {
    Verdict verdict = check(flow);
    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
    return (Verdict.Proven) verdict;
  }

  private Verdict check(PasswordFlow flow) {
    if (flow == PasswordFlow.SRP) {
      pool.answersOnly("AdminInitiateAuth", SrpScript.OFFER);
    }
    CognitoOptions options =
        CognitoOptions.of("eu-south-2_TaBLe0001", "3nq8sluicetest").at(pool.endpoint()).with(flow);
    try (CognitoPool connection = CognitoPool.open(options);
        CognitoPasswordCheck check = connection.passwords()) {
      return check.check(
          new PasswordAttempt(
              "quentin@example.org", new Secret(PASSWORD), null, null, Duration.ofSeconds(20)));
    }
  }

  private static String challenge(String name, String parameters) {
    return "{\"ChallengeName\":\"%s\",\"ChallengeParameters\":%s,\"Session\":\"s\"}"
        .formatted(name, parameters);
  }

  private static String operation(PasswordFlow flow) {
    return switch (flow) {
      case ADMIN -> "AdminInitiateAuth";
      case USER -> "InitiateAuth";
      case SRP -> "AdminRespondToAuthChallenge";
    };
  }

  private static Stream<Arguments> inEveryFlow(Arguments... rows) {
    return Stream.of(PasswordFlow.values())
        .flatMap(flow ->
            Stream.of(rows).map(row -> arguments(flow, row.get()[0], row.get()[1], row.get()[2])));
  }
}
