package dev.sluice.cognito.password;

import dev.sluice.api.pace.Pace;
import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.FactorVerdict;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.Verdict;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.Faults;
import dev.sluice.cognito.call.QuotaCategory;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks passwords by signing in to the user pool, then revoking the tokens. A check bills the user
 * as active this month, as the login that it stands for would. A check is never retried
 * automatically, because a wrong password would count twice towards Cognito's lockout.
 */
public final class CognitoPasswordCheck implements PasswordCheck, AutoCloseable {
  /**
   * The divisor of the budget that gives the longest wait for a turn; the answer needs time as
   * well.
   */
  private static final int TURN_SHARE = 2;

  /** At DEBUG, the HTTP client logs every byte that it sends here, passwords included. */
  private static final String WIRE = "org.apache.hc.client5.http.wire";

  private final Logger wire;
  private final SignInCall call;
  private final TokenRevocation revocation;
  private final FactorCheck factors;
  private final FailedCheck failed;
  private final Pace pace;
  private final Appointments appointments = new Appointments();

  public CognitoPasswordCheck(CognitoConnection connection) {
    this(connection, LoggerFactory.getLogger(WIRE));
  }

  CognitoPasswordCheck(CognitoConnection connection, Logger wire) {
    this.wire = wire;
    this.call = new SignInCall(connection);
    this.revocation = new TokenRevocation(connection);
    this.factors = new FactorCheck(connection, revocation);
    this.failed = new FailedCheck(call.operation(), connection.unknownErrors());
    this.pace = connection.pace(QuotaCategory.USER_AUTHENTICATION);
  }

  @Override
  public Verdict check(PasswordAttempt attempt) {
    if (!LoginForm.canBeALogin(attempt.login())
        || !LoginForm.canBeAPassword(attempt.password().reveal())) {
      return new Verdict.Refused(RefusalReason.WRONG_PASSWORD);
    }
    try {
      return inTurn(attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Verdict.NoVerdict(
          NoVerdictReason.SOURCE_UNAVAILABLE, null, "The check was interrupted.");
    }
  }

  @Override
  public FactorVerdict answer(FactorAttempt attempt) {
    if (wire.isDebugEnabled()) {
      return new FactorVerdict.NoVerdict(
          NoVerdictReason.MISCONFIGURED,
          null,
          "The logger " + WIRE + " would write codes to the log: set it to INFO.");
    }
    try {
      return factors.answer(attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new FactorVerdict.NoVerdict(
          NoVerdictReason.SOURCE_UNAVAILABLE, null, "The check was interrupted.");
    }
  }

  @Override
  public Optional<Duration> busy(Duration budget) {
    return pace.isFull(forATurn(budget))
        ? Optional.of(appointments.next(pace.rate()))
        : Optional.empty();
  }

  private static Duration forATurn(Duration budget) {
    return budget.dividedBy(TURN_SHARE);
  }

  private Verdict inTurn(PasswordAttempt attempt) throws InterruptedException {
    if (wire.isDebugEnabled()) {
      return new Verdict.NoVerdict(
          NoVerdictReason.MISCONFIGURED,
          null,
          "The logger " + WIRE + " would write passwords to the log: set it to INFO.");
    }
    long start = System.nanoTime();
    if (!pace.await(forATurn(attempt.budget()))) {
      return new Verdict.NoVerdict(
          NoVerdictReason.SOURCE_THROTTLED,
          appointments.next(pace.rate()),
          "Too many sign-ins at once for the pool's quota: " + pace.rate() + " a second now.");
    }
    Duration left = attempt.budget().minusNanos(System.nanoTime() - start);
    if (!left.isPositive()) {
      return new Verdict.NoVerdict(
          NoVerdictReason.SOURCE_TIMED_OUT, null, "No time was left to ask the pool.");
    }
    return signIn(attempt, left);
  }

  private Verdict signIn(PasswordAttempt attempt, Duration longest) throws InterruptedException {
    try {
      SignIn answer = call.make(attempt, longest);
      pace.succeeded();
      revocation.later(answer.refreshToken());
      return ProvenSignIn.verdict(attempt.login(), answer);
    } catch (RuntimeException e) {
      if (Faults.throttled(e)) {
        pace.throttled();
      }
      return failed.verdict(e, attempt.password());
    }
  }

  /** Waits a little for tokens that are being revoked. */
  @Override
  public void close() {
    revocation.close();
  }
}
