package dev.sluice.api.target.login;

/** The target's answer to a login that was passed on to it. */
public sealed interface RelayedAnswer {

  /**
   * The target has decided about the login, or asks for more.
   *
   * @param status as in HTTP
   * @param json as the target wrote it; empty where it wrote nothing
   */
  record Decided(int status, String json) implements RelayedAnswer {}

  /** Wrong password, or no user has this login: the target does not say which. */
  record NotLetIn() implements RelayedAnswer {}

  /**
   * Nothing was decided.
   *
   * @param problem why, for the operator; holds nothing of the login
   */
  record Unavailable(String problem) implements RelayedAnswer {}
}
