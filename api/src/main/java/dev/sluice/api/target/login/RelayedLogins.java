package dev.sluice.api.target.login;

import dev.sluice.api.Secret;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;

/**
 * Logins at a target that does not ask about passwords itself: its applications call the gateway
 * instead of the target, in the target's own words, and the gateway passes their logins on. Safe
 * for use by many threads.
 */
public interface RelayedLogins {

  /**
   * Reads what an application asks.
   *
   * @throws IllegalArgumentException when it cannot be read; the message tells nothing of what was
   *     sent, which may be a password
   */
  AskedLogin read(byte[] body);

  /** Logs in at the target as the application asked for. Throws nothing that the network does. */
  RelayedAnswer login(byte[] body);

  /**
   * Gives a user a password that was proven elsewhere, and creates the user where the target has
   * none. A password that the target has of its own for this user is not touched, which is {@link
   * WriteOutcome.AlreadyThere}. Safe to repeat.
   */
  WriteOutcome store(PlannedUser user, Secret password);
}
