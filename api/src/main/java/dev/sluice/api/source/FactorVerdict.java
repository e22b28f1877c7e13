package dev.sluice.api.source;

import dev.sluice.api.user.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The outcome of an answer to a challenge. */
public sealed interface FactorVerdict {

  /**
   * The code is right, and the source would have let the user in.
   *
   * @param id the user's id, where the source returned it
   */
  record Right(@Nullable UserId id) implements FactorVerdict {}

  /** A factor was chosen, and the source asks for it. */
  record Asked(Challenge challenge) implements FactorVerdict {}

  /**
   * The user is not let in; after {@link RefusalReason#WRONG_CODE} the same challenge may be
   * answered again.
   */
  record Refused(RefusalReason reason) implements FactorVerdict {}

  /**
   * Nothing is known, as in {@link Verdict.NoVerdict}.
   *
   * @param retryAfter when asking again may help, where known
   * @param detail for the operator's log; holds no code
   */
  record NoVerdict(NoVerdictReason reason, @Nullable Duration retryAfter, String detail)
      implements FactorVerdict {}
}
