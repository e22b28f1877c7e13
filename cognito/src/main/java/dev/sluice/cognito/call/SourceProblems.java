package dev.sluice.cognito.call;

import dev.sluice.api.source.SourceException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;

/** Turns the failure of a call into words for the owner: what, where and what to do. */
public final class SourceProblems {
  /** The errors of signed calls that any AWS service returns (AWS common errors). */
  private static final Set<String> NOT_WHO_WE_SAY =
      Set.of(
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "IncompleteSignatureException",
          "IncompleteSignature",
          "MissingAuthenticationTokenException",
          "MissingAuthenticationToken",
          "ExpiredTokenException",
          "ExpiredToken");

  private static final Set<String> NOT_ALLOWED =
      Set.of("AccessDeniedException", "AccessDenied", "NotAuthorizedException", "OptInRequired");

  private final CognitoOptions options;

  SourceProblems(CognitoOptions options) {
    this.options = options;
  }

  SourceException explain(String operation, RuntimeException fault) {
    SourceException own = Faults.ourOwn(fault);
    if (own != null) {
      return own;
    }
    String problem =
        fault instanceof AwsServiceException said
            ? refusal(operation, said)
            : "no answer ("
                + lastWords(fault)
                + "). Check the network, the region and the endpoint.";
    return new SourceException(
        operation
            + " on user pool "
            + options.userPoolId()
            + " at "
            + options.where()
            + ": "
            + problem,
        fault);
  }

  public static boolean credentialsRefused(AwsServiceException said) {
    return NOT_WHO_WE_SAY.contains(Faults.code(said));
  }

  public static boolean notAllowed(AwsServiceException said) {
    return NOT_ALLOWED.contains(Faults.code(said));
  }

  private static String refusal(String operation, AwsServiceException said) {
    if (said instanceof ResourceNotFoundException) {
      return "not found. Check user-pool-id, the region, and that the credentials belong to the"
          + " account that owns the pool. ("
          + Faults.message(said)
          + ")";
    }
    if (credentialsRefused(said)) {
      return "AWS rejected the credentials ("
          + Faults.code(said)
          + "). Renew them, and check this machine's clock.";
    }
    if (notAllowed(said)) {
      return "access denied. Grant the IAM action "
          + action(operation)
          + ". ("
          + Faults.message(said)
          + ")";
    }
    if (Faults.throttled(said)) {
      return "still throttled after many attempts. Lower requests-per-second, or run when the"
          + " live application is less busy.";
    }
    return Faults.code(said) + ": " + Faults.message(said);
  }

  private static String action(String operation) {
    return operation.contains(":") ? operation : "cognito-idp:" + operation + " on the pool";
  }

  private static String lastWords(Throwable fault) {
    Throwable last = fault;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getClass().getSimpleName() + ": " + last.getMessage();
  }
}
