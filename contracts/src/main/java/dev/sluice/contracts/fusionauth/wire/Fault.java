package dev.sluice.contracts.fusionauth.wire;

import java.time.Duration;

/** What goes wrong with a call. */
public sealed interface Fault {

  /** It is not done, and this is the answer. */
  record Instead(Reply reply) implements Fault {}

  /** Another server answers in its place, such as a proxy, and not in JSON. */
  record InItsPlace(int status, String text) implements Fault {}

  /** It is done, and the connection closes before the answer: as when the server dies. */
  record AnswerLost() implements Fault {}

  /** It is not done, and the connection closes. */
  record CallLost() implements Fault {}

  /** It is done, and the answer comes this much later. */
  record Slow(Duration by) implements Fault {}
}
