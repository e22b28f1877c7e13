package dev.sluice.cognito.call;

import java.time.Duration;

/**
 * How long a caller can wait.
 *
 * @param turn the longest wait for a turn in the pace
 * @param tries after the first
 * @param firstDelay between the first two tries; it doubles from there
 * @param longestDelay between two tries
 */
public record Patience(Duration turn, int tries, Duration firstDelay, Duration longestDelay) {
  /** For a run of hours: it survives a minute of trouble unnoticed. */
  public static final Patience OF_A_RUN =
      new Patience(Duration.ofMinutes(10), 9, Duration.ofMillis(200), Duration.ofSeconds(15));

  /** For a command that a person waits for: a mistake in its settings shows in a few seconds. */
  public static final Patience OF_A_COMMAND =
      new Patience(Duration.ofSeconds(30), 4, Duration.ofMillis(200), Duration.ofSeconds(2));

  /** For a person who is logging in. */
  public static final Patience OF_A_PERSON =
      new Patience(Duration.ofSeconds(1), 1, Duration.ofMillis(50), Duration.ofMillis(100));
}
