package dev.sluice.api.target;

/** Thrown when the target cannot be used: its message says what, where and what to do. */
public final class TargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TargetException(String message) {
    super(message);
  }

  public TargetException(String message, Throwable cause) {
    super(message, cause);
  }
}
