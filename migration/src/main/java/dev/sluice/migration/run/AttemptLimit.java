package dev.sluice.migration.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps wrong passwords from locking users out of the live application: Cognito locks a user after
 * 5 failures, and forgets them after a success or 15 idle minutes (Cognito developer guide,
 * authentication, lockout). So no more than 4 wrong ones in 15 minutes are passed on.
 *
 * <p>It remembers at most 100,000 logins, those tried last.
 */
public final class AttemptLimit {
  private static final int MOST = 4;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final Cache<String, Attempts> attempts;

  public AttemptLimit(InstantSource clock) {
    this.clock = clock;
    this.attempts =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(WINDOW)
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
  }

  /**
   * Takes one attempt before the source is asked, so that many at once cannot pass together.
   *
   * @return empty when the source may be asked, otherwise how long to wait
   */
  Optional<Duration> take(String login) {
    Instant now = clock.instant();
    Attempts after =
        attempts
            .asMap()
            .compute(
                key(login),
                (key, before) ->
                    before == null || before.isOver(now)
                        ? new Attempts(1, now)
                        : before.oneMore(now));
    return after.count() <= MOST
        ? Optional.empty()
        : Optional.of(Duration.between(now, after.last().plus(WINDOW)));
  }

  /** Gives an attempt back that turned out to prove nothing. */
  void giveBack(String login) {
    attempts
        .asMap()
        .computeIfPresent(
            key(login), (key, before) -> before.count() <= 1 ? null : before.oneLess());
  }

  /** Forgets a login's attempts after a success. */
  void clear(String login) {
    attempts.invalidate(key(login));
  }

  private static String key(String login) {
    return login.toLowerCase(Locale.ROOT);
  }

  /**
   * @param last when the last attempt was passed on
   */
  private record Attempts(int count, Instant last) {
    boolean isOver(Instant now) {
      return !now.isBefore(last.plus(WINDOW));
    }

    Attempts oneMore(Instant now) {
      return count >= MOST ? new Attempts(MOST + 1, last) : new Attempts(count + 1, now);
    }

    Attempts oneLess() {
      return new Attempts(count - 1, last);
    }
  }
}
