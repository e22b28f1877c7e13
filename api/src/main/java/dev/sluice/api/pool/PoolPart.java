package dev.sluice.api.pool;

/** What a pool's configuration consists of, beside the pool itself. */
public enum PoolPart {
  MFA,
  THREAT_PROTECTION,
  DOMAINS,
  CLASSIC_BRANDING,
  MANAGED_LOGIN_BRANDING,
  CLIENTS,
  RESOURCE_SERVERS,
  IDENTITY_PROVIDERS,
  GROUPS,
  IDENTITY_POOLS
}
