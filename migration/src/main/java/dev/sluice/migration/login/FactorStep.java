package dev.sluice.migration.login;

import dev.sluice.api.attempt.AttemptLimit;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.FactorVerdict;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.RefusalReason;
import java.time.Duration;
import java.util.Optional;

/**
 * The second step of a first login: an answer to the factor that the source asked for. Wrong codes
 * are counted together with wrong passwords, as Cognito counts them (developer guide, MFA).
 */
final class FactorStep {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final PasswordCheck check;
  private final AttemptLimit limit;

  FactorStep(PasswordCheck check, AttemptLimit limit) {
    this.check = check;
    this.limit = limit;
  }

  FactorAnswer answer(FactorRequest request, Duration budget) {
    TimeLeft left = new TimeLeft(budget);
    return Budget.within(budget, () -> decided(request, left))
        .orElseGet(() ->
            new FactorAnswer.None(
                NoVerdictReason.SOURCE_TIMED_OUT,
                SOON,
                "No answer within " + budget.toMillis() + " ms."));
  }

  private FactorAnswer decided(FactorRequest request, TimeLeft left) {
    try {
      return decide(request, left);
    } catch (LedgerException unreachable) {
      return new FactorAnswer.None(
          NoVerdictReason.LEDGER_UNAVAILABLE, SOON, String.valueOf(unreachable.getMessage()));
    }
  }

  private FactorAnswer decide(FactorRequest request, TimeLeft left) {
    String counted = request.asked().user().value();
    Optional<Duration> wait = limit.take(counted);
    if (wait.isPresent()) {
      return new FactorAnswer.None(
          NoVerdictReason.TOO_MANY_ATTEMPTS,
          wait.get(),
          "Too many wrong passwords or codes for one login.");
    }
    return switch (verdict(request, counted, left)) {
      case FactorVerdict.Right right -> {
        limit.clear(counted);
        yield right(request.asked(), right);
      }
      case FactorVerdict.Asked asked -> {
        GivenBack.attempt(limit, counted);
        yield new FactorAnswer.Asked(new FactorAsked(request.asked().user(), asked.challenge()));
      }
      case FactorVerdict.Refused refused -> {
        if (refused.reason() != RefusalReason.WRONG_CODE) {
          GivenBack.attempt(limit, counted);
        }
        yield new FactorAnswer.Refused(refused.reason());
      }
      case FactorVerdict.NoVerdict none -> {
        GivenBack.attempt(limit, counted);
        yield new FactorAnswer.None(
            none.reason(), none.retryAfter() == null ? SOON : none.retryAfter(), none.detail());
      }
    };
  }

  /** The pace of checks is in the ledger too: without it the source was not asked. */
  private FactorVerdict verdict(FactorRequest request, String counted, TimeLeft left) {
    try {
      return check.answer(
          new FactorAttempt(
              request.asked().challenge(),
              request.answer(),
              request.ip(),
              request.userAgent(),
              left.forTheSource()));
    } catch (LedgerException noTurn) {
      GivenBack.attempt(limit, counted);
      throw noTurn;
    }
  }

  private static FactorAnswer right(FactorAsked asked, FactorVerdict.Right right) {
    return right.id() == null || right.id().equals(asked.user())
        ? new FactorAnswer.Proven(asked.user())
        : new FactorAnswer.None(
            NoVerdictReason.MISCONFIGURED,
            SOON,
            "The source asked one user for a code but let another in.");
  }
}
