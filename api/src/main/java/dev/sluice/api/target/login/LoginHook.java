package dev.sluice.api.target.login;

import dev.sluice.api.user.PlannedUser;

/**
 * How a target asks about first logins in words of its own. Such a target hears a yes or a no and
 * nothing else: it has no step in which a second factor of the source could be answered, and it
 * does not tell what it has made of a yes. Safe for use by many threads.
 */
public interface LoginHook {

  /** Where it asks, below {@code /hooks/}, such as {@code fusionauth}. */
  String name();

  /**
   * Reads what the target asks.
   *
   * @throws IllegalArgumentException when it cannot be read; the message tells nothing of what was
   *     sent, which may be a password
   */
  AskedLogin read(byte[] body);

  /**
   * The password is right.
   *
   * @param user as the target shall have it; owes what must be done at this login
   * @throws dev.sluice.api.target.TargetException when the target must be asked for that, and
   *     cannot be
   */
  HookReply yes(AskedLogin asked, PlannedUser user);

  /** The user is not let in. */
  HookReply no();

  /** Nothing was proven. The target must not be able to take this for a no. */
  HookReply nothingProven();
}
