package dev.sluice.app.gateway.login;

import java.time.Duration;

/**
 * The time limit for answering a first login.
 *
 * @param longest the time after which the answer is that nothing was proven
 */
public record AnswerTime(Duration longest) {
  /** The default: what remains of 2 seconds after receiving the call and sending the answer. */
  public static final AnswerTime USUAL = new AnswerTime(Duration.ofMillis(1800));
}
