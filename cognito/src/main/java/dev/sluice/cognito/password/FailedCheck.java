package dev.sluice.cognito.password;

import dev.sluice.api.Secret;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.Verdict;
import dev.sluice.cognito.answer.Meaning;
import dev.sluice.cognito.answer.UnknownErrors;
import dev.sluice.cognito.call.Detail;
import dev.sluice.cognito.call.Faults;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Decides what a check that ended in an exception proved: almost nothing. An exception that is not
 * known is no verdict, never a wrong password.
 */
final class FailedCheck {
  private static final Duration SOON = Duration.ofSeconds(2);

  /**
   * Asking again does not prolong a lockout, which lasts a second at first and 15 minutes at most
   * (Cognito developer guide, "lockout behavior").
   */
  private static final Duration AFTER_A_LOCKOUT = Duration.ofMinutes(1);

  private final String operation;
  private final UnknownErrors unknown;

  /**
   * @param operation that failed, for the log
   * @param unknown where errors are counted that no one knows
   */
  FailedCheck(String operation, UnknownErrors unknown) {
    this.operation = operation;
    this.unknown = unknown;
  }

  /**
   * @param password what the details must not show, in case an error message holds it
   */
  Verdict verdict(RuntimeException fault, Secret password) {
    if (fault instanceof NoVerdictException known) {
      return known.verdict();
    }
    String detail = Detail.of(fault, password);
    if (fault instanceof AwsServiceException said) {
      Meaning meaning = Faults.meaning(said);
      if (meaning == Meaning.UNKNOWN) {
        unknown.met(operation, Faults.code(said), detail);
      }
      return verdict(meaning, detail);
    }
    return none(reasonOfSilence(fault), null, detail);
  }

  private static Verdict verdict(Meaning meaning, String detail) {
    return switch (meaning) {
      case WRONG_PASSWORD -> new Verdict.Refused(RefusalReason.WRONG_PASSWORD);
      case UNKNOWN_USER -> new Verdict.Refused(RefusalReason.UNKNOWN_USER);
      case DISABLED -> new Verdict.Refused(RefusalReason.DISABLED);
      case RESET_REQUIRED -> new Verdict.Refused(RefusalReason.RESET_REQUIRED);
      case NOT_CONFIRMED -> new Verdict.Refused(RefusalReason.NOT_CONFIRMED);
      case TEMPORARY_PASSWORD_EXPIRED ->
          new Verdict.Refused(RefusalReason.TEMPORARY_PASSWORD_EXPIRED);
      case LOCKED_OUT -> none(NoVerdictReason.SOURCE_LOCKED_OUT, AFTER_A_LOCKOUT, detail);
      case THROTTLED -> none(NoVerdictReason.SOURCE_THROTTLED, SOON, detail);
      case SUSPICIOUS -> none(NoVerdictReason.SOURCE_SUSPICIOUS, null, detail);
      case TRIGGER_FAILED -> none(NoVerdictReason.TRIGGER_FAILED, null, detail);
      case FIREWALL -> none(NoVerdictReason.FIREWALL, null, detail);
      case CREDENTIALS_REFUSED, NOT_ALLOWED, NOT_THERE, MISCONFIGURED ->
          none(NoVerdictReason.MISCONFIGURED, null, detail);
      // Errors about codes and positions say nothing about a password.
      case WRONG_CODE, CODE_USED_UP, CHALLENGE_EXPIRED, POSITION_REFUSED, UNAVAILABLE, UNKNOWN ->
          none(NoVerdictReason.SOURCE_UNAVAILABLE, null, detail);
    };
  }

  private static NoVerdictReason reasonOfSilence(RuntimeException fault) {
    return switch (fault) {
      case ApiCallTimeoutException e -> NoVerdictReason.SOURCE_TIMED_OUT;
      case ApiCallAttemptTimeoutException e -> NoVerdictReason.SOURCE_TIMED_OUT;
      case RuntimeException e when Faults.ourOwn(e) != null -> NoVerdictReason.MISCONFIGURED;
      default -> NoVerdictReason.SOURCE_UNAVAILABLE;
    };
  }

  private static Verdict none(NoVerdictReason reason, @Nullable Duration after, String detail) {
    return new Verdict.NoVerdict(reason, after, detail);
  }
}
