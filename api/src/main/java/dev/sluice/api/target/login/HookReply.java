package dev.sluice.api.target.login;

/** What a target is told that asks through its own hook. */
public sealed interface HookReply {

  /**
   * An answer.
   *
   * @param status as in HTTP
   * @param json empty where there is nothing to say
   */
  record Answer(int status, String json) implements HookReply {}

  /**
   * No answer at all: the connection ends. For a target that would take whatever it is told for a
   * wrong password.
   */
  record Silence() implements HookReply {}
}
