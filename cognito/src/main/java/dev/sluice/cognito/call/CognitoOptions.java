package dev.sluice.cognito.call;

import dev.sluice.api.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the user pool is and how it may be used.
 *
 * @param userPoolId such as {@code eu-west-1_Ab12Cd34E}
 * @param region null for the part of the pool's id before the underscore
 * @param endpoint a VPC endpoint or a stand-in, null for AWS's own
 * @param appClientId the app client through which passwords are checked; it must allow the flow
 * @param appClientSecret the app client's secret, null where it has none
 * @param requestsPerSecond of the 30 calls a second of the quota {@code UserList}, which cannot be
 *     raised and which the live application shares (Cognito developer guide, quotas)
 * @param quotas calls a second that AWS grants this account and Region of a category, where that is
 *     not its default; two thirds are used
 */
public record CognitoOptions(
    String userPoolId,
    @Nullable String region,
    @Nullable URI endpoint,
    String appClientId,
    @Nullable Secret appClientSecret,
    PasswordFlow passwordFlow,
    double requestsPerSecond,
    Reading reading,
    Map<QuotaCategory, Double> quotas) {
  /** The default share of {@code UserList}; a third stays with the live application. */
  public static final double DEFAULT_REQUESTS_PER_SECOND = 20;

  private static final Pattern POOL_ID = Pattern.compile("[\\w-]+_[0-9a-zA-Z]+");

  /**
   * @throws IllegalArgumentException with a sentence for the owner
   */
  public CognitoOptions {
    if (!POOL_ID.matcher(userPoolId).matches()) {
      throw new IllegalArgumentException(
          "user-pool-id looks like eu-west-1_Ab12Cd34E, not \"" + userPoolId + "\".");
    }
    if (appClientId.isBlank()) {
      throw new IllegalArgumentException("app-client-id is empty.");
    }
    if (!(requestsPerSecond > 0)) {
      throw new IllegalArgumentException("requests-per-second is more than 0.");
    }
    if (endpoint == null && requestsPerSecond > QuotaCategory.USER_LIST.perSecond()) {
      throw new IllegalArgumentException(
          "requests-per-second is at most 30: Cognito does not raise this quota.");
    }
    quotas = Map.copyOf(quotas);
  }

  /**
   * Returns the usual options for a pool at AWS: password flow admin, sharded, 20 requests a
   * second.
   */
  public static CognitoOptions of(String userPoolId, String appClientId) {
    return new CognitoOptions(
        userPoolId,
        null,
        null,
        appClientId,
        null,
        PasswordFlow.ADMIN,
        DEFAULT_REQUESTS_PER_SECOND,
        Reading.SHARDED,
        Map.of());
  }

  /** Returns the same pool at another endpoint. */
  public CognitoOptions at(URI other) {
    return new CognitoOptions(
        userPoolId,
        region,
        other,
        appClientId,
        appClientSecret,
        passwordFlow,
        requestsPerSecond,
        reading,
        quotas);
  }

  /** Returns the same with the app client's secret. */
  public CognitoOptions withSecret(Secret secret) {
    return new CognitoOptions(
        userPoolId,
        region,
        endpoint,
        appClientId,
        secret,
        passwordFlow,
        requestsPerSecond,
        reading,
        quotas);
  }

  /** Returns the same with passwords checked in another way. */
  public CognitoOptions with(PasswordFlow flow) {
    return new CognitoOptions(
        userPoolId,
        region,
        endpoint,
        appClientId,
        appClientSecret,
        flow,
        requestsPerSecond,
        reading,
        quotas);
  }

  /** Returns the same with another share of the quota. */
  public CognitoOptions withRequestsPerSecond(double rate) {
    return new CognitoOptions(
        userPoolId,
        region,
        endpoint,
        appClientId,
        appClientSecret,
        passwordFlow,
        rate,
        reading,
        quotas);
  }

  /** Returns the same with other quotas than AWS's defaults. */
  public CognitoOptions withQuotas(Map<QuotaCategory, Double> granted) {
    return new CognitoOptions(
        userPoolId,
        region,
        endpoint,
        appClientId,
        appClientSecret,
        passwordFlow,
        requestsPerSecond,
        reading,
        granted);
  }

  /** Returns the same with users listed in another way. */
  public CognitoOptions with(Reading chosen) {
    return new CognitoOptions(
        userPoolId,
        region,
        endpoint,
        appClientId,
        appClientSecret,
        passwordFlow,
        requestsPerSecond,
        chosen,
        quotas);
  }

  public String effectiveRegion() {
    return region != null ? region : userPoolId.substring(0, userPoolId.indexOf('_'));
  }

  /**
   * Returns whether the endpoint is on this machine, where a stand-in needs no real credentials.
   */
  boolean onLoopback() {
    if (endpoint == null) {
      return false;
    }
    try {
      return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Returns where calls go, for messages. */
  String where() {
    return endpoint != null ? endpoint.toString() : "AWS region " + effectiveRegion();
  }
}
