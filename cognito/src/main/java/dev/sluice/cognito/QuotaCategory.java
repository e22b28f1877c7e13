package dev.sluice.cognito;

/**
 * Cognito counts calls a second by category, for a whole account and Region (Cognito developer
 * guide, quotas).
 */
enum QuotaCategory {
  /** ListUsers, ListUsersInGroup. */
  USER_LIST(30),
  /** AdminGetUser. */
  USER_READ(120),
  /** InitiateAuth, AdminInitiateAuth. */
  USER_AUTHENTICATION(120),
  /** RevokeToken. */
  USER_TOKEN(120),
  /** AdminListGroupsForUser. */
  USER_RESOURCE_READ(50),
  /** DescribeUserPool. */
  USER_POOL_READ(15),
  /** ListGroups; the category has 20, one operation on one pool 5. */
  USER_POOL_RESOURCE_READ(5),
  /** DescribeUserPoolClient; the category has 15, one operation on one pool 5. */
  USER_POOL_CLIENT_READ(5);

  private final double perSecond;

  QuotaCategory(double perSecond) {
    this.perSecond = perSecond;
  }

  /** Calls a second of all programs together, as AWS gives them unasked. */
  double perSecond() {
    return perSecond;
  }
}
