package dev.sluice.rehearsal.quota;

/**
 * Cognito's categories of calls, each with its own quota per account and Region (developer guide,
 * quotas).
 */
public enum QuotaCategory {
  USER_AUTHENTICATION(120),
  /** Answers to challenges: three times UserAuthentication. */
  CHALLENGE_RESPONSE(360),
  /** RevokeToken; the figure is assumed, not read in the guide. */
  USER_TOKEN(120),
  USER_CREATION(50),
  /** Setting and resetting passwords; the figure is assumed, not read in the guide. */
  USER_ACCOUNT_RECOVERY(30),
  USER_READ(120),
  USER_LIST(30),
  USER_RESOURCE_READ(50),
  USER_UPDATE(25),
  USER_POOL_READ(15),
  USER_POOL_RESOURCE_READ(20),
  USER_POOL_CLIENT_READ(15),
  /** Reading identity pools; the figure is assumed, not read in the guide. */
  IDENTITY_POOL_READ(20);

  private final int perSecond;

  QuotaCategory(int perSecond) {
    this.perSecond = perSecond;
  }

  /** Returns what AWS grants by default. */
  public int perSecondAtAws() {
    return perSecond;
  }

  /**
   * Returns whether each operation on a pool has a smaller quota of its own (5 a second at AWS).
   */
  boolean isLimitedPerOperation() {
    return this == USER_POOL_RESOURCE_READ
        || this == USER_POOL_CLIENT_READ
        || this == IDENTITY_POOL_READ;
  }
}
