package dev.sluice.cognito.call;

import dev.sluice.api.source.SourceException;
import dev.sluice.cognito.answer.KnownErrors;
import dev.sluice.cognito.answer.Meaning;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;

/** Classifies what went wrong in a call. */
public final class Faults {
  private Faults() {}

  /** Returns whether the call was refused because there are too many calls. */
  public static boolean throttled(Throwable fault) {
    return fault instanceof LimitExceededException
        || (fault instanceof SdkServiceException said && said.isThrottlingException());
  }

  /** Returns whether the same call may well be answered a moment later. */
  public static boolean transientFault(Throwable fault) {
    if (throttled(fault)) {
      return true;
    }
    return switch (fault) {
      case SdkServiceException said -> said.statusCode() >= 500;
      case SdkClientException lost -> ourOwn(lost) == null;
      default -> false;
    };
  }

  /** Returns what an error means; {@link Meaning#UNKNOWN} for one that the table does not have. */
  public static Meaning meaning(AwsServiceException said) {
    if (throttled(said)) {
      return Meaning.THROTTLED;
    }
    Meaning meaning = KnownErrors.meaning(code(said), message(said));
    return meaning == Meaning.UNKNOWN && said.statusCode() >= 500 ? Meaning.UNAVAILABLE : meaning;
  }

  /** Returns whether a call failed with an error of this meaning. */
  public static boolean means(Meaning meaning, @Nullable Throwable fault) {
    return fault instanceof AwsServiceException said && meaning(said) == meaning;
  }

  /**
   * Returns whether the call's parameters were refused. If they are right without a position, the
   * position is stale: Cognito has no error of its own for that, and says {@code
   * InvalidParameterException}; a stand-in says {@code InvalidToken}.
   */
  public static boolean invalid(@Nullable Throwable fault) {
    return fault instanceof AwsServiceException said
        && said.statusCode() == 400
        && code(said).startsWith("Invalid")
        && meaning(said) != Meaning.CREDENTIALS_REFUSED;
  }

  /** Returns whether a call about a group failed because there is none, while the pool exists. */
  public static boolean noSuchGroup(@Nullable Throwable fault) {
    return fault instanceof AwsServiceException said
        && meaning(said) == Meaning.NOT_THERE
        && !message(said).toLowerCase(Locale.ROOT).contains("user pool");
  }

  /** Returns AWS's name for the error, such as {@code NotAuthorizedException}. */
  public static String code(AwsServiceException said) {
    return said.awsErrorDetails() == null || said.awsErrorDetails().errorCode() == null
        ? "HTTP " + said.statusCode()
        : said.awsErrorDetails().errorCode();
  }

  /** Returns AWS's message without what the SDK adds to it; empty where there is none. */
  public static String message(AwsServiceException said) {
    return said.awsErrorDetails() == null || said.awsErrorDetails().errorMessage() == null
        ? ""
        : said.awsErrorDetails().errorMessage();
  }

  /** Returns Sluice's own exception that the SDK has wrapped, if any. */
  public static @Nullable SourceException ourOwn(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof SourceException own) {
        return own;
      }
    }
    return null;
  }
}
