package dev.sluice.cognito.call;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Supplies AWS credentials. */
final class SdkCredentials {
  private static final Logger LOG = LoggerFactory.getLogger(SdkCredentials.class);

  private SdkCredentials() {}

  static AwsCredentialsProvider of(CognitoOptions options) {
    return options.onLoopback()
        ? orMadeUp(options)
        : explained(DefaultCredentialsProvider.builder().build());
  }

  /**
   * Returns the default chain without instance metadata, which costs seconds where there is none,
   * and with made-up credentials at its end: a stand-in requires a signature, but does not check
   * it.
   */
  private static AwsCredentialsProvider orMadeUp(CognitoOptions options) {
    AwsCredentialsProvider real =
        AwsCredentialsProviderChain.of(
            SystemPropertyCredentialsProvider.create(),
            EnvironmentVariableCredentialsProvider.create(),
            WebIdentityTokenFileCredentialsProvider.create(),
            ProfileCredentialsProvider.create(),
            ContainerCredentialsProvider.create());
    try {
      real.resolveCredentials();
      return real;
    } catch (SdkClientException none) {
      LOG.info(
          "No AWS credentials were found; calls to {} are signed with placeholder credentials.",
          options.where());
      return StaticCredentialsProvider.create(
          AwsBasicCredentials.create("made-up-key-id", "made-up-key"));
    }
  }

  /**
   * Returns the same credentials, which fail with a message that says what to do if there are none.
   */
  static AwsCredentialsProvider explained(AwsCredentialsProvider chain) {
    return () -> resolve(chain);
  }

  private static AwsCredentials resolve(AwsCredentialsProvider chain) {
    try {
      return chain.resolveCredentials();
    } catch (SdkClientException e) {
      throw new NoCredentialsException(e);
    }
  }
}
