package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.targets.provision.OwnershipTag;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * The limits of a client's sessions. Keycloak refuses a client whose sessions are longer than the
 * realm's, and an owner's realm keeps its own limits.
 */
public record SessionLimits(Duration idle, Duration max) {
  private static final SessionLimits NONE =
      new SessionLimits(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MAX_VALUE));

  /**
   * Reads how long sessions of a realm may last.
   *
   * @param realm the realm, or missing
   * @param pool the id of the pool; a realm created from it gets sessions as long as its clients
   *     need
   */
  public static SessionLimits of(JsonNode realm, String pool) {
    return realm.isMissingNode() || OwnershipTag.isOn(realm, pool)
        ? NONE
        : new SessionLimits(
            seconds(realm, "ssoSessionIdleTimeout"), seconds(realm, "ssoSessionMaxLifespan"));
  }

  public Duration idle(Duration wanted) {
    return shorter(wanted, idle);
  }

  public Duration max(Duration wanted) {
    return shorter(wanted, max);
  }

  /** Returns the longest validity of a refresh token that is used as late as possible. */
  public Duration refresh(Duration wanted) {
    return shorter(idle(wanted), max);
  }

  private static Duration seconds(JsonNode realm, String name) {
    return Duration.ofSeconds(realm.path(name).asLong());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
