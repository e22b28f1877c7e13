package dev.sluice.app.gateway.hook;

import dev.sluice.migration.login.Confirmations;
import dev.sluice.migration.login.HookedLogin;
import dev.sluice.migration.login.RelayedLogin;
import java.util.Optional;

/**
 * The gateway's endpoints for a target that does not speak the gateway's own protocol.
 *
 * @param hook answers the target in its own protocol
 * @param logins relays applications' logins
 * @param confirmations finds out whether a yes took effect at the target
 */
public record TargetSide(
    Optional<HookedLogin> hook,
    Optional<RelayedLogin> logins,
    Optional<Confirmations> confirmations) {
  /** Returns the value for a target that speaks the gateway's own protocol. */
  public static final TargetSide NONE =
      new TargetSide(Optional.empty(), Optional.empty(), Optional.empty());
}
