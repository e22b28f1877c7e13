package dev.sluice.cognito.call;

import dev.sluice.api.pace.Pace;
import dev.sluice.api.pace.Pacing;
import dev.sluice.cognito.answer.UnknownErrors;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClientBuilder;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/**
 * A connection to one user pool, with the paces that all calls through it share. The source and the
 * password check of one program use the same one, so that they keep to one share of the quota.
 */
public final class CognitoConnection implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 200;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final CognitoOptions options;
  private final AwsCredentialsProvider credentials;
  private final CognitoIdentityProviderClient client;
  private final Paces paces;
  private final UnknownErrors unknownErrors = new UnknownErrors();

  private CognitoConnection(
      CognitoOptions options,
      AwsCredentialsProvider credentials,
      CognitoIdentityProviderClient client,
      Pacing pacing) {
    this.options = options;
    this.credentials = credentials;
    this.client = client;
    this.paces = new Paces(pacing, options);
  }

  /** Sets up a connection whose paces are its own; nothing is sent yet. */
  public static CognitoConnection open(CognitoOptions options) {
    return open(options, Pacing.ALONE);
  }

  /** Sets up a connection whose paces may be shared with others; nothing is sent yet. */
  public static CognitoConnection open(CognitoOptions options, Pacing pacing) {
    return open(options, SdkCredentials.of(options), pacing);
  }

  public static CognitoConnection open(CognitoOptions options, AwsCredentialsProvider credentials) {
    return open(options, credentials, Pacing.ALONE);
  }

  private static CognitoConnection open(
      CognitoOptions options, AwsCredentialsProvider credentials, Pacing pacing) {
    CognitoIdentityProviderClientBuilder builder =
        set(CognitoIdentityProviderClient.builder(), options, credentials);
    if (options.endpoint() != null) {
      builder.endpointOverride(options.endpoint());
    }
    return new CognitoConnection(options, credentials, builder.build(), pacing);
  }

  /**
   * Opens a client for identity pools of the same account and Region; the caller closes it. An
   * endpoint of AWS's own, such as a VPC's, serves user pools alone; a stand-in serves both.
   */
  public CognitoIdentityClient identityPools() {
    CognitoIdentityClientBuilder builder =
        set(CognitoIdentityClient.builder(), options, credentials);
    if (options.onLoopback()) {
      builder.endpointOverride(options.endpoint());
    }
    return builder.build();
  }

  private static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B set(
      B builder, CognitoOptions options, AwsCredentialsProvider credentials) {
    return builder
        .region(Region.of(options.effectiveRegion()))
        .credentialsProvider(credentials)
        .httpClientBuilder(
            Apache5HttpClient.builder()
                .maxConnections(MOST_CONNECTIONS)
                .connectionTimeout(CONNECT)
                .socketTimeout(SILENCE))
        .overrideConfiguration(
            o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(ANSWER));
  }

  /** Returns how many calls a second may be made now to list users, for a progress display. */
  public double listingRate() {
    return paces.of(QuotaCategory.USER_LIST).rate();
  }

  /** Returns the errors met that this version does not know. */
  public UnknownErrors unknownErrors() {
    return unknownErrors;
  }

  public CognitoOptions options() {
    return options;
  }

  public CognitoIdentityProviderClient client() {
    return client;
  }

  public Pace pace(QuotaCategory category) {
    return paces.of(category);
  }

  Pace pace(QuotaCategory category, String operation) {
    return paces.of(category, operation);
  }

  @Override
  public void close() {
    unknownErrors.sum();
    client.close();
  }
}
