package dev.sluice.cognito.answer;

import static dev.sluice.cognito.answer.Meaning.CHALLENGE_EXPIRED;
import static dev.sluice.cognito.answer.Meaning.CODE_USED_UP;
import static dev.sluice.cognito.answer.Meaning.CREDENTIALS_REFUSED;
import static dev.sluice.cognito.answer.Meaning.DISABLED;
import static dev.sluice.cognito.answer.Meaning.FIREWALL;
import static dev.sluice.cognito.answer.Meaning.LOCKED_OUT;
import static dev.sluice.cognito.answer.Meaning.MISCONFIGURED;
import static dev.sluice.cognito.answer.Meaning.NOT_ALLOWED;
import static dev.sluice.cognito.answer.Meaning.NOT_CONFIRMED;
import static dev.sluice.cognito.answer.Meaning.NOT_THERE;
import static dev.sluice.cognito.answer.Meaning.POSITION_REFUSED;
import static dev.sluice.cognito.answer.Meaning.RESET_REQUIRED;
import static dev.sluice.cognito.answer.Meaning.SUSPICIOUS;
import static dev.sluice.cognito.answer.Meaning.TEMPORARY_PASSWORD_EXPIRED;
import static dev.sluice.cognito.answer.Meaning.THROTTLED;
import static dev.sluice.cognito.answer.Meaning.TRIGGER_FAILED;
import static dev.sluice.cognito.answer.Meaning.UNAVAILABLE;
import static dev.sluice.cognito.answer.Meaning.UNKNOWN;
import static dev.sluice.cognito.answer.Meaning.UNKNOWN_USER;
import static dev.sluice.cognito.answer.Meaning.WRONG_CODE;
import static dev.sluice.cognito.answer.Meaning.WRONG_PASSWORD;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The errors of Cognito by their type and, because many types have several meanings and no code for
 * them, by their English sentences (Cognito developer guide, "authentication" and "quotas"; service
 * model; AWS common errors; sentences that users of the service have published). The first row that
 * fits counts. What no row fits proves nothing.
 */
public final class KnownErrors {
  private static final String EVERY_TYPE = ".*";
  private static final String ANY = "";
  private static final String INVALID = "InvalidParameterException|ValidationException";
  private static final String NOT_AUTHORIZED = "NotAuthorizedException";

  /** Names of triggers, as sentences about them begin. */
  private static final String TRIGGER =
      "(pre|post)\\w+|usermigration|user migration|custom(message|\\w*sender)|(define|create|verify)\\w*auth\\w*";

  private record Row(Pattern types, Pattern sentence, Meaning meaning) {}

  private static final List<Row> TABLE =
      List.of(
          // What any of these types may say.
          row(EVERY_TYPE, "(" + TRIGGER + ") (failed|invocation failed|lambda)", TRIGGER_FAILED),
          row(EVERY_TYPE, "exception migrating user", TRIGGER_FAILED),
          row(EVERY_TYPE, "user: \\S+ is not authorized to perform", NOT_ALLOWED),
          row(EVERY_TYPE, ".*\\bflow (is )?not enabled", MISCONFIGURED),
          row(EVERY_TYPE, ".*\\bis not enabled for (the|this) client", MISCONFIGURED),
          row(EVERY_TYPE, "custom auth lambda trigger is not configured", MISCONFIGURED),
          row(EVERY_TYPE, "unable to verify secret hash", MISCONFIGURED),
          row(EVERY_TYPE, "secret hash does not match", MISCONFIGURED),
          row(EVERY_TYPE, "client (\\S+ )?is (configured|disabled|not)", MISCONFIGURED),
          row(EVERY_TYPE, "invalid client", MISCONFIGURED),
          row(EVERY_TYPE, "user pool (client )?\\S+ does not exist", NOT_THERE),

          // One sentence each, of one type.
          row(NOT_AUTHORIZED, "incorrect username or password", WRONG_PASSWORD),
          row(NOT_AUTHORIZED, "user (account )?(is|has been) disabled", DISABLED),
          row(NOT_AUTHORIZED, "user is not enabled", DISABLED),
          row(NOT_AUTHORIZED, "temporary password has expired", TEMPORARY_PASSWORD_EXPIRED),
          row(NOT_AUTHORIZED, "user account has expired", TEMPORARY_PASSWORD_EXPIRED),
          row(NOT_AUTHORIZED, "password attempts exceeded", LOCKED_OUT),
          row(NOT_AUTHORIZED, "unable to login because of security", SUSPICIOUS),
          row(NOT_AUTHORIZED, "request not allowed due to security", SUSPICIOUS),
          row(NOT_AUTHORIZED, "invalid session", CHALLENGE_EXPIRED),
          row(NOT_AUTHORIZED, "(code mismatch|invalid code)", WRONG_CODE),
          row(NOT_AUTHORIZED, "user does not exist", UNKNOWN_USER),
          row(NOT_AUTHORIZED, "user is not confirmed", NOT_CONFIRMED),
          row(NOT_AUTHORIZED, "password reset required", RESET_REQUIRED),
          row(NOT_AUTHORIZED, "(\\w+ ?token|access) has been revoked", UNAVAILABLE),
          row(NOT_AUTHORIZED, "access denied", NOT_ALLOWED),

          // What was sent is not what the service takes.
          row(INVALID, "missing required parameter (username|password)\\b", WRONG_PASSWORD),
          row(INVALID, "missing required parameter \\w+_code", WRONG_CODE),
          row(INVALID, "username (cannot be|should be|must)", WRONG_PASSWORD),
          row(INVALID, "invalid (email address|phone number) format", WRONG_PASSWORD),
          row(
              "Invalid(Parameter|Token|NextToken|Pagination\\w*)(Exception)?",
              ".*(pagination|paging|next) ?(token|marker)",
              POSITION_REFUSED),
          row("Invalid(NextToken|Token|PaginationToken)(Exception)?", ANY, POSITION_REFUSED),
          row(INVALID, ANY, MISCONFIGURED),

          // Types of one meaning.
          row("UserNotFoundException", ANY, UNKNOWN_USER),
          row("PasswordResetRequiredException", ANY, RESET_REQUIRED),
          row("UserNotConfirmedException", ANY, NOT_CONFIRMED),
          row("CodeMismatchException", ANY, WRONG_CODE),
          row("ExpiredCodeException", ANY, CODE_USED_UP),
          row("TooManyFailedAttemptsException", ANY, LOCKED_OUT),
          row("(Too|Request)\\w*(Throttl|ManyRequests)\\w*|Throttling\\w*", ANY, THROTTLED),
          row("LimitExceededException|RequestLimitExceeded", ANY, THROTTLED),
          row(
              "UserLambdaValidation\\w*|UnexpectedLambda\\w*|InvalidLambdaResponse\\w*",
              ANY,
              TRIGGER_FAILED),
          row("ForbiddenException", ANY, FIREWALL),
          row("ResourceNotFoundException", ANY, NOT_THERE),
          row("Invalid(UserPoolConfiguration|Sms|Email|OAuth)\\w*Exception", ANY, MISCONFIGURED),
          row("UserPoolAddOnNotEnabledException|MFAMethodNotFoundException", ANY, MISCONFIGURED),
          row("FeatureUnavailableInTierException|UnsupportedOperation\\w*", ANY, MISCONFIGURED),
          row("InternalError\\w*|InternalFailure|InternalServer\\w*", ANY, UNAVAILABLE),
          row("ServiceUnavailable\\w*|ConcurrentModification\\w*", ANY, UNAVAILABLE),
          row("CodeDeliveryFailureException|SoftwareTokenMFANotFoundException", ANY, UNAVAILABLE),
          row(
              "UnrecognizedClient\\w*|InvalidClientTokenId|InvalidSignature\\w*|SignatureDoesNotMatch",
              ANY,
              CREDENTIALS_REFUSED),
          row(
              "IncompleteSignature\\w*|MissingAuthenticationToken\\w*|ExpiredToken\\w*|RequestExpired\\w*",
              ANY,
              CREDENTIALS_REFUSED),
          row("AccessDenied\\w*|OptInRequired|UnauthorizedException", ANY, NOT_ALLOWED));

  private KnownErrors() {}

  /**
   * Returns what an error means.
   *
   * @param type AWS's name for it, such as {@code NotAuthorizedException}
   * @param sentence AWS's words; empty where there are none
   */
  public static Meaning meaning(String type, @Nullable String sentence) {
    String said = sentence == null ? "" : sentence;
    Set<String> fields = type.matches(INVALID) ? RefusedFields.in(said) : Set.of();
    return fields.isEmpty() ? inTable(type, said) : RefusedFields.meaning(fields);
  }

  private static Meaning inTable(String type, String said) {
    return TABLE.stream()
        .filter(row -> row.types().matcher(type).matches())
        .filter(row -> row.sentence().matcher(said).lookingAt())
        .map(Row::meaning)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static Row row(String types, String beginning, Meaning meaning) {
    return new Row(
        Pattern.compile(types), Pattern.compile(beginning, Pattern.CASE_INSENSITIVE), meaning);
  }
}
