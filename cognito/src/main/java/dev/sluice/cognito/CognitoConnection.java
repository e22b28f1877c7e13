package dev.sluice.cognito;

import dev.sluice.migration.pace.Pace;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
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
  private final CognitoIdentityProviderClient client;
  private final Paces paces;

  private CognitoConnection(CognitoOptions options, CognitoIdentityProviderClient client) {
    this.options = options;
    this.client = client;
    this.paces = new Paces(options.requestsPerSecond());
  }

  /** Sets the connection up; nothing is sent yet. */
  public static CognitoConnection open(CognitoOptions options) {
    return open(options, Credentials.of(options));
  }

  static CognitoConnection open(CognitoOptions options, AwsCredentialsProvider credentials) {
    CognitoIdentityProviderClientBuilder builder =
        CognitoIdentityProviderClient.builder()
            .region(Region.of(options.effectiveRegion()))
            .credentialsProvider(credentials)
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .maxConnections(MOST_CONNECTIONS)
                    .connectionTimeout(CONNECT)
                    .socketTimeout(SILENCE))
            .overrideConfiguration(
                o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(ANSWER));
    if (options.endpoint() != null) {
      builder.endpointOverride(options.endpoint());
    }
    return new CognitoConnection(options, builder.build());
  }

  /** Everybody in the pool. Closing it leaves the connection open. */
  public CognitoUserSource users() {
    return new CognitoUserSource(this);
  }

  /** Passwords checked against the pool. Closing it leaves the connection open. */
  public CognitoPasswordCheck passwords() {
    return new CognitoPasswordCheck(this);
  }

  /** Calls a second that may be made now to list users, for a progress display. */
  public double listingRate() {
    return paces.of(QuotaCategory.USER_LIST).rate();
  }

  CognitoOptions options() {
    return options;
  }

  CognitoIdentityProviderClient client() {
    return client;
  }

  Pace pace(QuotaCategory category) {
    return paces.of(category);
  }

  @Override
  public void close() {
    client.close();
  }
}
