package dev.sluice.rehearsal;

import java.util.Map;

/**
 * How many calls the pool has received since it started.
 *
 * @param byOperation calls of each operation, whatever the answer
 * @param byError refused calls of each error type, and {@code none} for calls left without an
 *     answer on request
 */
public record CallCounts(Map<String, Long> byOperation, Map<String, Long> byError) {

  public CallCounts {
    byOperation = Map.copyOf(byOperation);
    byError = Map.copyOf(byError);
  }

  /** Returns the calls of one operation, for example {@code AdminInitiateAuth}. */
  public long of(String operation) {
    return byOperation.getOrDefault(operation, 0L);
  }

  /** Returns the calls answered with this error, for example {@code TooManyRequestsException}. */
  public long refused(String errorType) {
    return byError.getOrDefault(errorType, 0L);
  }

  /** Returns the calls of every operation. */
  public long total() {
    return byOperation.values().stream().mapToLong(Long::longValue).sum();
  }
}
