package dev.sluice.keycloak.gateway;

/** What the gateway says of an answer to a second factor. */
public sealed interface CodeVerdict {
  /**
   * The code is right.
   *
   * @param userId whose it is, to be compared with whose password was proven
   */
  record Right(String userId) implements CodeVerdict {}

  /** The kind was chosen, and now its code is awaited. */
  record Asked(Factor factor) implements CodeVerdict {}

  /** The code is wrong; another may be tried. */
  record Wrong() implements CodeVerdict {}

  /** This login cannot go on: it begins again with the password. */
  record BeginAgain() implements CodeVerdict {}

  /**
   * Nothing is known, as in {@link Verdict.None}.
   *
   * @param reason for the log
   */
  record None(String reason, int retryAfterSeconds) implements CodeVerdict {}
}
