package dev.sluice.rehearsal.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts calls and refusals. */
public final class CallMeter {

  private final ConcurrentHashMap<String, LongAdder> operations = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, LongAdder> errors = new ConcurrentHashMap<>();

  void called(String operation) {
    operations.computeIfAbsent(operation, name -> new LongAdder()).increment();
  }

  void refused(String errorType) {
    errors.computeIfAbsent(errorType, name -> new LongAdder()).increment();
  }

  /** Calls so far by operation. */
  public Map<String, Long> byOperation() {
    return sums(operations);
  }

  /** Returns the refusals so far by error type; {@code none} for calls left without an answer. */
  public Map<String, Long> byError() {
    return sums(errors);
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
  }
}
