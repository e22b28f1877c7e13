package dev.sluice.cognito.password;

import dev.sluice.api.Secret;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.Verdict;
import dev.sluice.cognito.call.Detail;
import dev.sluice.cognito.call.Faults;
import dev.sluice.cognito.call.SourceProblems;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForbiddenException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidEmailRoleAccessPolicyException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidSmsRoleAccessPolicyException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidSmsRoleTrustRelationshipException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidUserPoolConfigurationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnexpectedLambdaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * Decides what a check that ended in an exception proved: almost nothing. An exception that is not
 * known here is no verdict, never a wrong password.
 */
final class FailedCheck {
  private static final Duration SOON = Duration.ofSeconds(2);

  private FailedCheck() {}

  /**
   * @param password what the details must not show, in case an error message holds it
   */
  static Verdict verdict(RuntimeException fault, Secret password) {
    if (fault instanceof NoVerdictException known) {
      return known.verdict();
    }
    String detail = Detail.of(fault, password);
    if (fault instanceof AwsServiceException said) {
      return refusal(said, detail);
    }
    return none(reasonOfSilence(fault), null, detail);
  }

  private static Verdict refusal(AwsServiceException said, String detail) {
    return switch (said) {
      case NotAuthorizedException e -> NotAuthorizedMessages.verdict(Faults.message(e), detail);
      case UserNotFoundException e -> new Verdict.Refused(RefusalReason.UNKNOWN_USER);
      case PasswordResetRequiredException e -> new Verdict.Refused(RefusalReason.RESET_REQUIRED);
      case UserNotConfirmedException e -> new Verdict.Refused(RefusalReason.NOT_CONFIRMED);
      default -> none(reasonOf(said), Faults.throttled(said) ? SOON : null, detail);
    };
  }

  private static NoVerdictReason reasonOf(AwsServiceException said) {
    return switch (said) {
      case AwsServiceException e when Faults.throttled(e) -> NoVerdictReason.SOURCE_THROTTLED;
      case UserLambdaValidationException e -> NoVerdictReason.TRIGGER_FAILED;
      case UnexpectedLambdaException e -> NoVerdictReason.TRIGGER_FAILED;
      case InvalidLambdaResponseException e -> NoVerdictReason.TRIGGER_FAILED;
      case ForbiddenException e -> NoVerdictReason.FIREWALL;
      case AwsServiceException e when ownersFault(e) -> NoVerdictReason.MISCONFIGURED;
      default -> NoVerdictReason.SOURCE_UNAVAILABLE;
    };
  }

  private static boolean ownersFault(AwsServiceException said) {
    return switch (said) {
      case InvalidParameterException e -> true;
      case ResourceNotFoundException e -> true;
      case InvalidUserPoolConfigurationException e -> true;
      case InvalidSmsRoleAccessPolicyException e -> true;
      case InvalidSmsRoleTrustRelationshipException e -> true;
      case InvalidEmailRoleAccessPolicyException e -> true;
      default -> SourceProblems.credentialsRefused(said) || SourceProblems.notAllowed(said);
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
