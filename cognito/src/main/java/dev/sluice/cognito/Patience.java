package dev.sluice.cognito;

import java.time.Duration;

/**
 * How much a caller can wait.
 *
 * @param turn the longest wait for a turn in the pace
 * @param tries after the first
 * @param firstDelay between the first two tries; it doubles from there
 * @param longestDelay between two tries
 * @param answer the longest wait for one answer
 */
record Patience(
    Duration turn, int tries, Duration firstDelay, Duration longestDelay, Duration answer) {
  /** For a run of hours: a minute of trouble passes unnoticed. */
  static final Patience OF_A_RUN =
      new Patience(
          Duration.ofMinutes(10),
          9,
          Duration.ofMillis(200),
          Duration.ofSeconds(15),
          Duration.ofSeconds(20));

  /** For a person who is logging in. */
  static final Patience OF_A_PERSON =
      new Patience(
          Duration.ofSeconds(1),
          1,
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofSeconds(2));
}
