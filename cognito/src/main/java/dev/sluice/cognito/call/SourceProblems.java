package dev.sluice.cognito.call;

import dev.sluice.api.source.SourceException;
import dev.sluice.cognito.answer.Meaning;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Turns the failure of a call into words for the owner: what, where and what to do. */
public final class SourceProblems {
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
        fault,
        fault instanceof AwsServiceException said && isLasting(said));
  }

  private static boolean isLasting(AwsServiceException said) {
    return notAllowed(said) || credentialsRefused(said) || Faults.means(Meaning.NOT_THERE, said);
  }

  public static boolean credentialsRefused(AwsServiceException said) {
    return Faults.meaning(said) == Meaning.CREDENTIALS_REFUSED;
  }

  /** A call that reads proves no password, so whatever is not authorized there is not allowed. */
  public static boolean notAllowed(AwsServiceException said) {
    return Faults.meaning(said) == Meaning.NOT_ALLOWED
        || Faults.code(said).equals("NotAuthorizedException");
  }

  private static String refusal(String operation, AwsServiceException said) {
    if (Faults.meaning(said) == Meaning.NOT_THERE) {
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
