package dev.sluice.api.attempt;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps wrong passwords from locking users out of the live application. Cognito locks a user after
 * 5 failures, and forgets them after a success or 15 idle minutes (Cognito developer guide,
 * authentication, lockout). At most 4 wrong passwords in 15 minutes are therefore passed on. Logins
 * are counted without regard to case.
 *
 * <p>Safe for use by many threads. Throws {@link dev.sluice.api.ledger.LedgerException} when
 * attempts are counted in a ledger that cannot be reached; then no attempt may be passed on.
 */
public interface AttemptLimit {
  /** The number of wrong passwords that are passed on. */
  int MOST = 4;

  /** The time after the last wrong password until all are forgotten. */
  Duration WINDOW = Duration.ofMinutes(15);

  /**
   * Takes one attempt before the source is asked, so that concurrent attempts cannot exceed the
   * limit together.
   *
   * @return empty when the source may be asked, otherwise how long to wait
   */
  Optional<Duration> take(String login);

  /** Gives back an attempt that turned out to prove nothing. */
  void giveBack(String login);

  /** Forgets a login's attempts after a success. */
  void clear(String login);
}
