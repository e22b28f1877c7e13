package dev.sluice.migration.run;

/** Thrown when a run cannot go on: its message says why and what to do. What was done is kept. */
public final class RunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunException(String message) {
    super(message);
  }
}
