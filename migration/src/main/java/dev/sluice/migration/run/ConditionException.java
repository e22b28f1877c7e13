package dev.sluice.migration.run;

/** Thrown when a condition for a run does not hold: its message says which, and what to do. */
public final class ConditionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConditionException(String message) {
    super(message);
  }
}
