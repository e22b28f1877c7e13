package dev.sluice.api.target.login;

/** The reply to a target that asks through its own hook. */
public sealed interface HookReply {

  /**
   * An answer.
   *
   * @param status as in HTTP
   * @param json empty where there is nothing to say
   */
  record Answer(int status, String json) implements HookReply {}

  /**
   * No answer at all: the connection is closed. For a target that would take any answer for a wrong
   * password.
   */
  record Silence() implements HookReply {}
}
