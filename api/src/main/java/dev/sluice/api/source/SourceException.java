package dev.sluice.api.source;

/** Thrown when the source cannot be read: its message says what, where and what to do. */
public class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  public SourceException(String message) {
    super(message);
    this.lasting = false;
  }

  public SourceException(String message, Throwable cause) {
    this(message, cause, false);
  }

  /**
   * @param lasting whether another try is of no use before somebody has acted, as with a missing
   *     right
   */
  public SourceException(String message, Throwable cause, boolean lasting) {
    super(message, cause);
    this.lasting = lasting;
  }

  /** Returns whether another try is of no use before somebody has acted. */
  public boolean isLasting() {
    return lasting;
  }
}
