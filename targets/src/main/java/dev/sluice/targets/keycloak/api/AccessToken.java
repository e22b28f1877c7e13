package dev.sluice.targets.keycloak.api;

import java.time.Instant;

/**
 * A bearer token and when to get the next one.
 *
 * @param renewAt some time before it ends, so that none ends on its way
 */
record AccessToken(String value, Instant renewAt) {
  @Override
  public String toString() {
    return "AccessToken[renewAt=" + renewAt + "]";
  }
}
