package dev.sluice.api.pool;

/** The parts of a pool's configuration, besides the pool itself. */
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
