package dev.sluice.api.target.login;

import dev.sluice.api.Secret;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;

/**
 * Logins at a target that does not ask about passwords itself. Its applications call the gateway
 * instead of the target, in the target's own protocol, and the gateway passes their logins on. Safe
 * for use by many threads.
 */
public interface RelayedLogins {

  /**
   * Reads what an application asks.
   *
   * @throws IllegalArgumentException when it cannot be read; the message holds nothing of what was
   *     sent, which may be a password
   */
  AskedLogin read(byte[] body);

  /** Logs in at the target as the application asked for. Throws nothing that the network does. */
  RelayedAnswer login(byte[] body);

  /**
   * Gives a user a password that was proven elsewhere, and creates the user if the target has none.
   * If the target already has a password of its own for this user, it stays, which is reported as
   * {@link WriteOutcome.AlreadyThere}. Safe to repeat.
   */
  WriteOutcome store(PlannedUser user, Secret password);
}
