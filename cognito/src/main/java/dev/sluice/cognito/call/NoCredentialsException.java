package dev.sluice.cognito.call;

import dev.sluice.api.source.SourceException;

/** Thrown when the default chain of the AWS SDK has found nothing that could sign a call. */
final class NoCredentialsException extends SourceException {
  private static final long serialVersionUID = 1L;

  NoCredentialsException(Throwable cause) {
    super(
        "No AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
            + " AWS_SECRET_ACCESS_KEY, or run where a role is attached (AWS SDK, default"
            + " credentials chain).",
        cause,
        true);
  }
}
