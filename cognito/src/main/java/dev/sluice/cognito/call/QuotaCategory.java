package dev.sluice.cognito.call;

import java.util.Locale;
import java.util.Optional;

/**
 * Categories of calls. Cognito counts calls a second by category, for a whole account and Region
 * (Cognito developer guide, quotas).
 */
public enum QuotaCategory {
  /** ListUsers, ListUsersInGroup. */
  USER_LIST(30),
  /** AdminGetUser. */
  USER_READ(120),
  /** InitiateAuth, AdminInitiateAuth. */
  USER_AUTHENTICATION(120),
  /** RespondToAuthChallenge, AdminRespondToAuthChallenge: three times UserAuthentication. */
  CHALLENGE_RESPONSE(360),
  /** RevokeToken. */
  USER_TOKEN(120),
  /** AdminListGroupsForUser. */
  USER_RESOURCE_READ(50),
  /** DescribeUserPool. */
  USER_POOL_READ(15),
  /** Groups, providers, branding and more; the category has 20, one operation on one pool 5. */
  USER_POOL_RESOURCE_READ(5),
  /** Clients; the category has 15, one operation on one pool 5. */
  USER_POOL_CLIENT_READ(5),
  /** ListIdentityPools and the like; the figure is assumed. */
  IDENTITY_POOL_READ(5);

  private final double perSecond;

  QuotaCategory(double perSecond) {
    this.perSecond = perSecond;
  }

  /** Returns whether each operation of the category has a quota of its own. */
  boolean perOperation() {
    return switch (this) {
      case USER_POOL_RESOURCE_READ, USER_POOL_CLIENT_READ, IDENTITY_POOL_READ -> true;
      case USER_LIST,
          USER_READ,
          USER_AUTHENTICATION,
          USER_TOKEN,
          CHALLENGE_RESPONSE,
          USER_RESOURCE_READ,
          USER_POOL_READ ->
          false;
    };
  }

  /**
   * Returns the name in {@code sluice.yaml}, such as {@code user-authentication}, of a category of
   * which AWS raises the quota on request and logins need calls; empty for others.
   */
  public Optional<String> raisedAs() {
    return switch (this) {
      case USER_AUTHENTICATION, USER_READ, USER_RESOURCE_READ, CHALLENGE_RESPONSE, USER_TOKEN ->
          Optional.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case USER_LIST,
          USER_POOL_READ,
          USER_POOL_RESOURCE_READ,
          USER_POOL_CLIENT_READ,
          IDENTITY_POOL_READ ->
          Optional.empty();
    };
  }

  /** Returns the calls a second of all programs together, as AWS grants them by default. */
  double perSecond() {
    return perSecond;
  }
}
