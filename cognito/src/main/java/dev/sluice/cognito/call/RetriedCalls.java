package dev.sluice.cognito.call;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.sluice.api.pace.Pace;
import dev.sluice.api.source.SourceException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes calls that read, at the pace of their category, and retries them when that may help. */
public final class RetriedCalls {
  private static final Logger LOG = LoggerFactory.getLogger(RetriedCalls.class);

  private final CognitoConnection connection;
  private final SourceProblems problems;
  private final Patience patience;
  private final RetryPolicy<Object> retry;

  public RetriedCalls(CognitoConnection connection, Patience patience) {
    this.connection = connection;
    this.problems = new SourceProblems(connection.options());
    this.patience = patience;
    this.retry =
        RetryPolicy.builder()
            .handleIf(Faults::transientFault)
            .abortOn(AbortedException.class)
            .withBackoff(patience.firstDelay(), patience.longestDelay())
            .withJitter(0.25)
            .withMaxRetries(patience.tries())
            .onRetry(tried -> tell(tried.getLastException()))
            .build();
  }

  /**
   * Makes one call that only reads, at its pace, and repeats it while that may help.
   *
   * @param operation Cognito's name for the call, which is also that of its IAM action; preceded by
   *     its service, such as {@code cognito-identity:}, where that is not {@code cognito-idp}
   * @throws SourceException when the call fails
   */
  public <T> T read(QuotaCategory category, String operation, Supplier<T> call) {
    return tried(operation, pace -> once(pace, operation, patience.turn(), call), category);
  }

  /**
   * Makes one call that only reads for a caller who does not wait for ever: no turn is taken that
   * would come too late, and no answer awaited longer.
   *
   * @param call given how long its answer may take
   * @throws SourceException when the call fails, or the time is used up
   */
  public <T> T read(
      QuotaCategory category, String operation, Deadline deadline, Function<Duration, T> call) {
    return tried(
        operation,
        pace ->
            once(
                pace,
                operation,
                shorter(deadline.left()),
                () -> call.apply(left(operation, deadline))),
        category);
  }

  private Duration shorter(Duration left) {
    return left.compareTo(patience.turn()) < 0 ? left : patience.turn();
  }

  private static Duration left(String operation, Deadline deadline) {
    Duration left = deadline.left();
    if (!left.isPositive()) {
      throw new SourceException("No time was left for " + operation + ".");
    }
    return left;
  }

  /** Makes one call at its pace. */
  private interface Once<T> {
    T at(Pace pace) throws InterruptedException;
  }

  private <T> T tried(String operation, Once<T> once, QuotaCategory category) {
    Pace pace = connection.pace(category, operation);
    try {
      return Failsafe.with(retry).get(() -> once.at(pace));
    } catch (SdkException e) {
      throw problems.explain(operation, e);
    } catch (FailsafeException e) {
      Thread.currentThread().interrupt();
      throw new SourceException(operation + " was interrupted.", e);
    }
  }

  private static void tell(@Nullable Throwable fault) {
    if (fault != null && !Faults.throttled(fault)) {
      LOG.warn("A call to the user pool failed and is being retried: {}", fault.getMessage());
    }
  }

  private <T> T once(Pace pace, String operation, Duration longest, Supplier<T> call)
      throws InterruptedException {
    if (!pace.await(longest)) {
      throw new SourceException(
          operation
              + " would have to wait longer than "
              + longest.toMillis()
              + " ms for its turn.");
    }
    try {
      T answer = call.get();
      pace.succeeded();
      return answer;
    } catch (SdkException e) {
      if (Faults.throttled(e)) {
        pace.throttled();
      }
      throw e;
    }
  }
}
