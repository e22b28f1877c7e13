package dev.sluice.cognito.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service has said to its users, as they published it, and what we make of it. */
class KnownErrorsTest {

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          NotAuthorizedException | Incorrect username or password. | WRONG_PASSWORD
          NotAuthorizedException | incorrect username or password | WRONG_PASSWORD
          NotAuthorizedException | User is disabled. | DISABLED
          NotAuthorizedException | Temporary password has expired and must be reset by an administrator. | TEMPORARY_PASSWORD_EXPIRED
          NotAuthorizedException | User account has expired, it must be reset by an administrator. | TEMPORARY_PASSWORD_EXPIRED
          NotAuthorizedException | Password attempts exceeded | LOCKED_OUT
          NotAuthorizedException | Password attempts exceeded. Please try again later. | LOCKED_OUT
          NotAuthorizedException | Unable to login because of security reasons. | SUSPICIOUS
          NotAuthorizedException | Request not allowed due to security reasons. | SUSPICIOUS
          NotAuthorizedException | PreAuthentication failed with error Login was not successful - 3. | TRIGGER_FAILED
          NotAuthorizedException | PostAuthentication failed with error User is not authorized for tenant b. | TRIGGER_FAILED
          NotAuthorizedException | UserMigration failed with error Bad password. | TRIGGER_FAILED
          NotAuthorizedException | PreTokenGeneration failed with error error_invalidCredentials. | TRIGGER_FAILED
          NotAuthorizedException | Unable to verify secret hash for client 74jdrobmasoi | MISCONFIGURED
          NotAuthorizedException | Client 74jdrobmasoi is configured with secret but SECRET_HASH was not received | MISCONFIGURED
          NotAuthorizedException | Client is configured for secret but secret was not received | MISCONFIGURED
          NotAuthorizedException | Client is not enabled for this flow | MISCONFIGURED
          NotAuthorizedException | USER_PASSWORD_AUTH is not enabled for this client | MISCONFIGURED
          NotAuthorizedException | Invalid client id | MISCONFIGURED
          NotAuthorizedException | Invalid session for the user, session is expired. | CHALLENGE_EXPIRED
          NotAuthorizedException | Invalid session for the user, session can only be used once. | CHALLENGE_EXPIRED
          NotAuthorizedException | Invalid session provided for the user. | CHALLENGE_EXPIRED
          NotAuthorizedException | Access Token has been revoked | UNAVAILABLE
          NotAuthorizedException | Refresh Token has been revoked | UNAVAILABLE
          NotAuthorizedException | Access has been revoked | UNAVAILABLE
          NotAuthorizedException | User: arn:aws:iam::111122223333:user/x is not authorized to perform: cognito-idp:ListUsers | NOT_ALLOWED
          NotAuthorizedException | A sentence that AWS has yet to write. | UNKNOWN
          NotAuthorizedException | ~~ | UNKNOWN
          UserNotFoundException | User does not exist. | UNKNOWN_USER
          UserNotFoundException | Username/client id combination not found. | UNKNOWN_USER
          UserNotFoundException | Exception migrating user in app client 74jdrobmasoi | TRIGGER_FAILED
          PasswordResetRequiredException | Password reset required for the user | RESET_REQUIRED
          UserNotConfirmedException | User is not confirmed. | NOT_CONFIRMED
          CodeMismatchException | Invalid code or auth state for the user. | WRONG_CODE
          CodeMismatchException | Invalid code received for user | WRONG_CODE
          ExpiredCodeException | Your software token has already been used once. | CODE_USED_UP
          TooManyFailedAttemptsException | Attempt limit exceeded | LOCKED_OUT
          InvalidParameterException | 1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+ | WRONG_PASSWORD
          InvalidParameterException | 1 validation error detected: Value 'mira lee' at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}]+ | WRONG_PASSWORD
          InvalidParameterException | 2 validation errors detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\S]+; Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 128 | WRONG_PASSWORD
          ValidationException | 1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must not be null | WRONG_PASSWORD
          InvalidParameterException | 1 validation error detected: Value 'x' at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+ | MISCONFIGURED
          InvalidParameterException | 2 validation errors detected: Value at 'userName' failed to satisfy constraint: a; Value at 'userPoolId' failed to satisfy constraint: b | MISCONFIGURED
          InvalidParameterException | 1 validation error detected: Value at 'challengeResponses.SOFTWARE_TOKEN_MFA_CODE' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9]+ | WRONG_CODE
          InvalidParameterException | 1 validation error detected: Value at 'userCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9]+ | WRONG_CODE
          InvalidParameterException | 1 validation error detected: Value at 'session' failed to satisfy constraint: Member must have length greater than or equal to 20 | CHALLENGE_EXPIRED
          InvalidParameterException | 1 validation error detected: Value at 'paginationToken' failed to satisfy constraint: Member must have length greater than or equal to 1 | POSITION_REFUSED
          InvalidParameterException | Missing required parameter USERNAME | WRONG_PASSWORD
          InvalidParameterException | Missing required parameter PASSWORD | WRONG_PASSWORD
          InvalidParameterException | Missing required parameter SMS_MFA_CODE | WRONG_CODE
          InvalidParameterException | Missing required parameter Session | MISCONFIGURED
          InvalidParameterException | Username should be an email. | WRONG_PASSWORD
          InvalidParameterException | Username should be either an email or a phone number. | WRONG_PASSWORD
          InvalidParameterException | Invalid phone number format. | WRONG_PASSWORD
          InvalidParameterException | USER_PASSWORD_AUTH flow not enabled for this client | MISCONFIGURED
          InvalidParameterException | Auth flow not enabled for this client | MISCONFIGURED
          InvalidParameterException | USER_SRP_AUTH is not enabled for the client. | MISCONFIGURED
          InvalidParameterException | Custom auth lambda trigger is not configured for the user pool. | MISCONFIGURED
          InvalidParameterException | Paging marker CAISsAIIARKJAggDEoQCALGJrChG2 is invalid for request adaa2d40 | POSITION_REFUSED
          InvalidParameterException | Invalid pagination token | POSITION_REFUSED
          InvalidToken | Invalid token | POSITION_REFUSED
          InvalidParameterException | Something else that is wrong. | MISCONFIGURED
          ResourceNotFoundException | User pool eu-west-1_Ab12Cd34E does not exist. | NOT_THERE
          ResourceNotFoundException | User pool client 74jdrobmasoi does not exist. | NOT_THERE
          ResourceNotFoundException | Group not found. | NOT_THERE
          UserLambdaValidationException | PreAuthentication failed with error Recaptcha verification failed. | TRIGGER_FAILED
          UnexpectedLambdaException | PreSignUp invocation failed due to error AccessDeniedException | TRIGGER_FAILED
          InvalidLambdaResponseException | Unrecognizable lambda output | TRIGGER_FAILED
          TooManyRequestsException | Too many requests | THROTTLED
          LimitExceededException | Attempt limit exceeded, please try after some time. | THROTTLED
          ThrottlingException | Rate exceeded | THROTTLED
          RequestLimitExceeded | Rate exceeded | THROTTLED
          ForbiddenException | Request blocked by a web ACL | FIREWALL
          InternalErrorException | Something went wrong | UNAVAILABLE
          ServiceUnavailable | Try again | UNAVAILABLE
          CodeDeliveryFailureException | The message could not be sent | UNAVAILABLE
          InvalidUserPoolConfigurationException | Anything | MISCONFIGURED
          InvalidSmsRoleAccessPolicyException | Role cannot publish to SNS | MISCONFIGURED
          InvalidEmailRoleAccessPolicyException | Anything | MISCONFIGURED
          UnrecognizedClientException | The security token included in the request is invalid. | CREDENTIALS_REFUSED
          InvalidSignatureException | Signature expired | CREDENTIALS_REFUSED
          ExpiredTokenException | The security token included in the request is expired | CREDENTIALS_REFUSED
          RequestExpired | Anything | CREDENTIALS_REFUSED
          AccessDeniedException | User: arn:aws:iam::1:user/x is not authorized to perform: cognito-idp:AdminGetUser | NOT_ALLOWED
          OptInRequired | Anything | NOT_ALLOWED
          AnExceptionOfTomorrow | Who knows | UNKNOWN
          """)
  void an_error_means_what_its_type_and_its_sentence_say(
      String type, String sentence, Meaning meaning) {
    assertThat(KnownErrors.meaning(type, sentence)).isEqualTo(meaning);
  }
}
