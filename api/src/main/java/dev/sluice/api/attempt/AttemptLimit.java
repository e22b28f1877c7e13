package dev.sluice.api.attempt;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps wrong passwords from locking users out of the live application: Cognito locks a user after
 * 5 failures, and forgets them after a success or 15 idle minutes (Cognito developer guide,
 * authentication, lockout). So no more than 4 wrong ones in 15 minutes are passed on. A login is
 * the same in any case.
 *
 * <p>Safe for use by many threads. Throws {@link dev.sluice.api.ledger.LedgerException} when
 * attempts are counted in a ledger that cannot be reached; then none may be passed on.
 */
public interface AttemptLimit {
  /** Wrong passwords that are passed on. */
  int MOST = 4;

  /** How long after the last of them they are forgotten. */
  Duration WINDOW = Duration.ofMinutes(15);

  /**
   * Takes one attempt before the source is asked, so that many at once cannot pass together.
   *
   * @return empty when the source may be asked, otherwise how long to wait
   */
  Optional<Duration> take(String login);

  /** Gives an attempt back that turned out to prove nothing. */
  void giveBack(String login);

  /** Forgets a login's attempts after a success. */
  void clear(String login);
}
