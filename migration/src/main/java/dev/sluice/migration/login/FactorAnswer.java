package dev.sluice.migration.login;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.user.UserId;
import java.time.Duration;

/** The answer to the target about a second factor. */
public sealed interface FactorAnswer {

  /** The code is right: this user has proven both factors. */
  record Proven(UserId user) implements FactorAnswer {}

  /** The factor that was chosen is asked for now. */
  record Asked(FactorAsked factor) implements FactorAnswer {}

  record Refused(RefusalReason reason) implements FactorAnswer {}

  /**
   * Nothing was proven, and nothing may count against the user.
   *
   * @param detail for the operator's log
   */
  record None(NoVerdictReason reason, Duration retryAfter, String detail) implements FactorAnswer {}
}
