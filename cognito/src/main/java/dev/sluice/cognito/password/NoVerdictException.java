package dev.sluice.cognito.password;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.Verdict;

/** Thrown when a check cannot go on, with what to report. */
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
