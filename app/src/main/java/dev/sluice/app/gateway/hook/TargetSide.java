package dev.sluice.app.gateway.hook;

import dev.sluice.migration.login.Confirmations;
import dev.sluice.migration.login.HookedLogin;
import dev.sluice.migration.login.RelayedLogin;
import java.util.Optional;

/**
 * What a target needs of the gateway that does not speak the gateway's own protocol.
 *
 * @param hook where the target asks in its own words
 * @param logins where applications log in through the gateway
 * @param confirmations finds out what the target has made of a yes
 */
public record TargetSide(
    Optional<HookedLogin> hook,
    Optional<RelayedLogin> logins,
    Optional<Confirmations> confirmations) {
  /** Of a target that speaks the gateway's own protocol. */
  public static final TargetSide NONE =
      new TargetSide(Optional.empty(), Optional.empty(), Optional.empty());
}
