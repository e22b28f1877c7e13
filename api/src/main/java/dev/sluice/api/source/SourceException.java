package dev.sluice.api.source;

/** Thrown when the source cannot be read: its message says what, where and what to do. */
public class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SourceException(String message) {
    super(message);
  }

  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
