package dev.sluice.keycloak.gateway;

/** The gateway's verdict on an answer to a second factor. */
public sealed interface CodeVerdict {
  /**
   * The code is right.
   *
   * @param userId the code's owner, to compare with the owner of the proven password
   */
  record Right(String userId) implements CodeVerdict {}

  /** The kind was chosen; its code is required next. */
  record Asked(Factor factor) implements CodeVerdict {}

  /** The code is wrong; another may be tried. */
  record Wrong() implements CodeVerdict {}

  /** This login cannot continue: it starts again with the password. */
  record BeginAgain() implements CodeVerdict {}

  /**
   * There is no verdict, as in {@link Verdict.None}.
   *
   * @param reason for the log
   */
  record None(String reason, int retryAfterSeconds) implements CodeVerdict {}
}
