package dev.sluice.targets.keycloak.api;

import java.time.Instant;

/**
 * A bearer token and the time to renew it.
 *
 * @param renewAt some time before it expires, so that none expires in transit
 */
record AccessToken(String value, Instant renewAt) {
  @Override
  public String toString() {
    return "AccessToken[renewAt=" + renewAt + "]";
  }
}
