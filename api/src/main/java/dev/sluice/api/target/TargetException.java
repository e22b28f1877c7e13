package dev.sluice.api.target;

/** Thrown when the target cannot be used: its message says what, where and what to do. */
public final class TargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  public TargetException(String message) {
    super(message);
    this.lasting = false;
  }

  public TargetException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private TargetException(String message, Throwable cause, boolean lasting) {
    super(message, cause);
    this.lasting = lasting;
  }

  /** Makes one for a trouble that stays until somebody acts, such as a missing right. */
  public static TargetException lasting(String message, Throwable cause) {
    return new TargetException(message, cause, true);
  }

  /** Returns whether another try is of no use before somebody has acted. */
  public boolean isLasting() {
    return lasting;
  }
}
