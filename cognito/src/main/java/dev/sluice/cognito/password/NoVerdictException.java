package dev.sluice.cognito.password;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.Verdict;

/** A check that cannot go on, with what is to be said of it. */
final class NoVerdictException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final NoVerdictReason reason;

  /**
   * @param detail for the operator's log; holds no secret
   */
  NoVerdictException(NoVerdictReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  Verdict verdict() {
    return new Verdict.NoVerdict(reason, null, String.valueOf(getMessage()));
  }
}
