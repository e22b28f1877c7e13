package dev.sluice.migration.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.api.attempt.AttemptLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Counts attempts in this process alone: the 100,000 logins that were tried last. */
public final class MemoryAttemptLimit implements AttemptLimit {
  private final InstantSource clock;
  private final Cache<String, Attempts> attempts;

  public MemoryAttemptLimit(InstantSource clock) {
    this.clock = clock;
    this.attempts =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(WINDOW)
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
  }

  @Override
  public Optional<Duration> take(String login) {
    Instant now = clock.instant();
    Attempts after =
        attempts
            .asMap()
            .compute(
                key(login),
                (key, before) ->
                    before == null || before.isOver(now)
                        ? new Attempts(1, now, true)
                        : before.oneMore(now));
    return after.passed()
        ? Optional.empty()
        : Optional.of(Duration.between(now, after.last().plus(WINDOW)));
  }

  @Override
  public void giveBack(String login) {
    attempts
        .asMap()
        .computeIfPresent(
            key(login), (key, before) -> before.count() <= 1 ? null : before.oneLess());
  }

  @Override
  public void clear(String login) {
    attempts.invalidate(key(login));
  }

  private static String key(String login) {
    return login.toLowerCase(Locale.ROOT);
  }

  /**
   * @param last when the last attempt was passed on
   * @param passed whether the latest attempt was passed on
   */
  private record Attempts(int count, Instant last, boolean passed) {
    boolean isOver(Instant now) {
      return !now.isBefore(last.plus(WINDOW));
    }

    Attempts oneMore(Instant now) {
      return count >= MOST ? new Attempts(count, last, false) : new Attempts(count + 1, now, true);
    }

    Attempts oneLess() {
      return new Attempts(count - 1, last, passed);
    }
  }
}
