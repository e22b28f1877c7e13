package dev.sluice.api.target.login;

import dev.sluice.api.user.PlannedUser;

/**
 * How a target asks about first logins in a protocol of its own. Such a target gets a yes or a no
 * and nothing else. It has no step in which a second factor of the source could be answered, and it
 * does not report what it has made of a yes. Safe for use by many threads.
 */
public interface LoginHook {

  /** Returns the path at which it asks, below {@code /hooks/}, such as {@code fusionauth}. */
  String name();

  /**
   * Reads what the target asks.
   *
   * @throws IllegalArgumentException when it cannot be read; the message holds nothing of what was
   *     sent, which may be a password
   */
  AskedLogin read(byte[] body);

  /**
   * Returns the reply that the password is right.
   *
   * @param user as the target shall have it, with the actions that are required at this login
   * @throws dev.sluice.api.target.TargetException when the reply requires a question to the target,
   *     which fails
   */
  HookReply yes(AskedLogin asked, PlannedUser user);

  /** Returns the reply that the user is not let in. */
  HookReply no();

  /**
   * Returns the reply that nothing was proven. The target must not be able to take this for a no.
   */
  HookReply nothingProven();
}
