package dev.sluice.app.gateway.login;

import java.time.Duration;

/**
 * How long a first login may be worked on.
 *
 * @param longest then it is answered that nothing was proven
 */
public record AnswerTime(Duration longest) {
  /** What remains of 2 seconds once the call has come in and before the answer has gone out. */
  public static final AnswerTime USUAL = new AnswerTime(Duration.ofMillis(1800));
}
